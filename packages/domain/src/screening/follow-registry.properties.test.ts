import fc from "fast-check";
import { expect, it } from "vitest";
import type { Criterion } from "../studies/criteria";
import type { AskedCriterion } from "./criterion";
import { followRegistry } from "./follow-registry";
import { labelCriteria } from "./label-criteria";
import { proposeQuestions, type StudyToAsk } from "./propose-question";

const texts = [
  ...["Age 18 years and older", "Age 21 years and older", "Karnofsky > 80", "Karnofsky > 70"],
  ...["History of asthma", "History of severe asthma", "Pregnant or breastfeeding women"],
  ...["Pathologically confirmed carcinoma", "Willing to travel", "Cardiogenic shock"],
];
const items = fc.uniqueArray(
  fc.record({ text: fc.constantFrom(...texts), isExclusion: fc.boolean() }),
  { selector: ({ text }) => text, maxLength: 8 },
);

function studyOf(listed: readonly { text: string; isExclusion: boolean }[]): StudyToAsk {
  const kindOf = (isExclusion: boolean) => (isExclusion ? "exclusion" : "inclusion");
  const criteria: Criterion[] = labelCriteria(
    listed.map(({ text, isExclusion }) => ({ kind: kindOf(isExclusion), text, children: [] })),
  );
  return { sex: "ALL", criteria: { criteria, notes: [], doubts: [] } };
}

const edits = fc.record({
  wordings: fc.array(fc.nat(7), { maxLength: 3 }),
  rewritten: fc.array(fc.nat(7), { maxLength: 3 }),
  removed: fc.array(fc.nat(7), { maxLength: 2 }),
  added: fc.nat(2),
  isTurned: fc.boolean(),
});

it("never loses what a person wrote, nor what the record says, whatever changes", () => {
  fc.assert(
    fc.property(items, items, edits, (before, after, edit) => {
      const asked = labelCriteria(proposeQuestions(studyOf(before))).map((criterion, index) => ({
        ...{ ...criterion, id: index + 1, lineId: index + 1 },
      }));
      const taken = new Set(asked.filter((_, at) => edit.removed.includes(at)).map((c) => c.text));
      const edited = asked
        .map((criterion, at): AskedCriterion => {
          const wording = edit.wordings.includes(at) ? `Own wording ${at}?` : criterion.wording;
          const isRewritten = edit.rewritten.includes(at);
          const text = isRewritten ? `${criterion.text}, written here ${at}` : criterion.text;
          return { ...criterion, wording, text };
        })
        .filter((_, at) => !edit.removed.includes(at));
      const added = Array.from({ length: edit.added }, (_, at): AskedCriterion => {
        const fields = { heading: null, children: [], wording: null, doubt: null } as const;
        const own = { kind: "inclusion", text: `Own criterion ${at}`, cost: "phone" } as const;
        const rule = { kind: "yes_no", excludes: "no" } as const;
        const ids = { id: 50 + at, lineId: 50 + at, label: `I${50 + at}` };
        return { ...fields, ...own, ...ids, rule, children: [] };
      });
      const standing = [...(edit.isTurned ? edited.toReversed() : edited), ...added];
      const followed = followRegistry(standing, studyOf(before), studyOf(after));

      const lines = followed.flatMap(({ lineId }) => lineId ?? []);
      expect(new Set(lines).size).toBe(lines.length);
      for (const one of standing) {
        const now = followed.find(({ lineId }) => lineId === one.lineId);
        if (/written here|Own criterion/.test(one.text)) expect(now?.text).toBe(one.text);
        if (one.wording?.startsWith("Own")) expect(now?.wording).toBe(one.wording);
      }
      const told = followed.map(({ text, doubt }) => `${text} ${doubt?.sentence ?? ""}`).join("\n");
      for (const { text, isExclusion } of after) {
        // Who left it out, or wrote it otherwise while the record says what it said, wants it so.
        const was = before.find((each) => each.text === text);
        const isSettled =
          was?.isExclusion === isExclusion && (taken.has(text) || isEditedHere(text));
        if (!isSettled) expect(told).toContain(text);
      }

      function isEditedHere(text: string): boolean {
        return standing.some((one) => one.text.startsWith(`${text}, written here`));
      }
    }),
    { numRuns: 300 },
  );
});
