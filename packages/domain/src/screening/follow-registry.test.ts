import { describe, expect, it } from "vitest";
import type { Criterion } from "../studies/criteria";
import type { AskedCriterion } from "./criterion";
import { followRegistry } from "./follow-registry";
import { labelCriteria } from "./label-criteria";
import { proposeQuestions, type StudyToAsk } from "./propose-question";

const inclusions = [
  "Age 18 years and older",
  "Pathologically confirmed carcinoma",
  "Karnofsky > 80",
];
const exclusions = ["History of asthma", "Pregnant or breastfeeding women"];

function study(given: { inclusions?: string[]; exclusions?: string[] } = {}): StudyToAsk {
  const items = [
    ...(given.inclusions ?? inclusions).map((text) => ({ kind: "inclusion" as const, text })),
    ...(given.exclusions ?? exclusions).map((text) => ({ kind: "exclusion" as const, text })),
  ];
  const criteria: Criterion[] = labelCriteria(items.map((item) => ({ ...item, children: [] })));
  return {
    sex: "ALL",
    minimumAge: { value: 18, unit: "years" },
    criteria: { criteria, notes: [], doubts: [] },
  };
}

/** As the first import stores it: a line each. */
function asked(of: StudyToAsk = study()): AskedCriterion[] {
  return labelCriteria(proposeQuestions(of)).map((criterion, index) => ({
    ...{ ...criterion, id: index + 1, lineId: index + 1 },
  }));
}

const change = (criteria: AskedCriterion[], label: string, fields: Partial<AskedCriterion>) =>
  criteria.map((criterion) =>
    criterion.label === label ? { ...criterion, ...fields } : criterion,
  );
const told = (criteria: readonly { lineId: number | null; text: string }[]) =>
  criteria.map(({ lineId, text }) => [lineId, text]);

describe("a changed record and the questions here", () => {
  it("changes nothing where the record says the same", () => {
    const standing = asked();
    const followed = followRegistry(standing, study(), study());
    expect(followed).toEqual(standing.map(({ id, label, ...criterion }) => criterion));
  });

  it("goes along with the record where nobody edited anything, and keeps each line", () => {
    const now = study({
      inclusions: [
        "Willing to travel",
        "Age 21 years and older",
        "Pathologically confirmed carcinoma",
      ],
    });
    const followed = followRegistry(asked(), study(), now);
    expect(told(followed)).toEqual([
      [null, "Willing to travel"],
      [1, "Age 21 years and older"],
      [2, "Pathologically confirmed carcinoma"],
      [4, "History of asthma"],
      [5, "Pregnant or breastfeeding women"],
    ]);
    expect(followed[0]?.wording).toBe("Are you willing to travel?");
    expect(followed.filter(({ doubt }) => doubt?.kind === "record_changed")).toEqual([]);
  });

  it("carries wording, answers and cost over where the criterion means the same", () => {
    const rule = { kind: "yes_no", excludes: "no" } as const;
    const edited = change(asked(), "I2", {
      wording: "Did a lab see the cancer?",
      rule,
      cost: "test",
    });
    const now = study({ inclusions: ["Willing to travel", ...inclusions] });
    const kept = followRegistry(edited, study(), now).find(({ lineId }) => lineId === 2);
    expect(kept).toMatchObject({ wording: "Did a lab see the cancer?", cost: "test", doubt: null });
  });

  it("keeps what was set by hand for words that changed, and asks a person to check it", () => {
    const edited = change(asked(), "E1", { wording: "Did you ever have asthma?" });
    const now = study({ exclusions: ["History of severe asthma", exclusions[1] ?? ""] });
    const [, , , asthma] = followRegistry(edited, study(), now);
    expect(asthma).toMatchObject({
      lineId: 4,
      text: "History of severe asthma",
      wording: "Did you ever have asthma?",
      doubt: { kind: "record_changed" },
    });
    expect(asthma?.doubt?.sentence).toContain("The wording of this question was set here");
    expect(asthma?.doubt?.sentence).toContain("History of asthma");
  });

  it("never writes over a text that was edited here, and says what the record has now", () => {
    const text = "History of asthma that needs daily medicine";
    const edited = change(asked(), "E1", { text });
    const now = study({ exclusions: ["History of severe asthma", exclusions[1] ?? ""] });
    const [, , , asthma] = followRegistry(edited, study(), now);
    expect(asthma).toMatchObject({ lineId: 4, text, doubt: { kind: "record_changed" } });
    expect(asthma?.doubt?.sentence).toContain("History of severe asthma");
    // The record left it alone: there is nothing to settle.
    expect(followRegistry(edited, study(), study())[3]).toMatchObject({ text, doubt: null });
  });

  it("takes out what the record lists no longer, but never what was edited here", () => {
    const now = study({ exclusions: ["Pregnant or breastfeeding women"] });
    expect(told(followRegistry(asked(), study(), now)).at(-1)).toEqual([
      5,
      "Pregnant or breastfeeding women",
    ]);
    expect(followRegistry(asked(), study(), now)).toHaveLength(4);
    const edited = change(asked(), "E1", { cost: "record" });
    const kept = followRegistry(edited, study(), now).find(({ lineId }) => lineId === 4);
    expect(kept?.doubt).toMatchObject({ kind: "record_changed" });
  });

  it("leaves out what a person took out, until the record changes it", () => {
    const without = asked().filter(({ label }) => label !== "E1");
    const more = study({ inclusions: [...inclusions, "Willing to travel"] });
    expect(told(followRegistry(without, study(), more))).not.toContainEqual([
      4,
      "History of asthma",
    ]);
    const changed = study({ exclusions: ["History of severe asthma", exclusions[1] ?? ""] });
    const back = followRegistry(without, study(), changed).find(({ text }) => /asthma/.test(text));
    expect(back).toMatchObject({ lineId: null, doubt: { kind: "record_changed" } });
  });

  it("keeps what was added here, where it stood, and knows it again in the record", () => {
    const own: AskedCriterion = {
      ...{ id: 9, lineId: 9, label: "I3", kind: "inclusion", heading: null, children: [] },
      ...{ text: "Lives within 50 km", wording: null, cost: "phone", doubt: null },
      rule: { kind: "yes_no", excludes: "no" },
    };
    const standing = asked().toSpliced(2, 0, own);
    const now = study({ inclusions: ["Willing to travel", ...inclusions] });
    expect(told(followRegistry(standing, study(), now)).slice(0, 5)).toEqual([
      [null, "Willing to travel"],
      [1, "Age 18 years and older"],
      [2, "Pathologically confirmed carcinoma"],
      [9, "Lives within 50 km"],
      [3, "Karnofsky > 80"],
    ]);
    const listed = study({ inclusions: [...inclusions, "Lives within 50 km"] });
    const met = followRegistry(standing, study(), listed);
    expect(met.filter(({ text }) => text === "Lives within 50 km")).toEqual([
      expect.objectContaining({ lineId: 9, doubt: null }),
    ]);
  });

  it("keeps the order that somebody here chose, and puts what is new behind what it follows there", () => {
    const [age, cancer, karnofsky, ...rest] = asked();
    if (!age || !cancer || !karnofsky) throw new Error("There are three inclusions.");
    const standing = [karnofsky, age, cancer, ...rest];
    const now = study({
      inclusions: [inclusions[0] ?? "", "Willing to travel", ...inclusions.slice(1)],
    });
    expect(told(followRegistry(standing, study(), now)).slice(0, 4)).toEqual([
      [3, "Karnofsky > 80"],
      [1, "Age 18 years and older"],
      [null, "Willing to travel"],
      [2, "Pathologically confirmed carcinoma"],
    ]);
  });

  it("takes over an age that changed in the record's fields alone", () => {
    const now = { ...study(), minimumAge: { value: 21, unit: "years" as const } };
    const [age] = followRegistry(asked(), study(), now);
    expect(age).toMatchObject({ lineId: 1, rule: { min: 21 } });
    expect(age?.doubt?.kind).toBe("text_and_fields_disagree");
  });

  it("does not doubt again what was settled, as long as the same is in question", () => {
    const strict = study({ inclusions: ["Age over 18 years"] });
    const [age, ...others] = asked(strict);
    if (!age) throw new Error("There is an age.");
    const standing = [{ ...age, doubt: null }, ...others];
    const now = study({ inclusions: ["Age over 18 years", "Willing to travel"] });
    expect(followRegistry(standing, strict, now)[0]?.doubt).toBeNull();
  });
});
