import { describe, expect, it } from "vitest";
import { answerChoices, valueWords } from "./answer-choices";
import type { GivenAnswer, ScreeningLine } from "./screening-types";
import { nextOpen, orderLines, shownLines, shownProgress } from "./shown-lines";

function line(lineId: number, given: Partial<ScreeningLine["criterion"]> = {}): ScreeningLine {
  return {
    criterion: {
      ...{ id: lineId + 100, lineId, label: `I${lineId}`, kind: "inclusion", heading: null },
      ...{ text: "Sleeps badly", children: [], wording: null, cost: "phone", doubt: null },
      rule: { kind: "yes_no", excludes: "no" },
      ...given,
    },
    answer: null,
    earlier: [],
  };
}

const answer: GivenAnswer = {
  ...{ id: 40, criterionId: 101, versionNumber: 1, answer: "met", value: true, evidence: "Said" },
  ...{ source: "said", answeredAt: "", answeredBy: "u", answeredByName: "Kim", updatedAt: "" },
  ...{ replacedAt: null, askedAs: null },
};

describe("what a line shows", () => {
  it("is what was pressed here, judged at once, before the server has it", () => {
    const draft = { lineId: 1, criterionId: 101, base: null, value: false };
    const [shown] = shownLines([{ ...line(1), answer }], { "1": draft });
    expect(shown).toMatchObject({ shown: { answer: "not_met", value: false }, evidence: "Said" });
    expect(shownProgress(shownLines([line(1)], { "1": draft }))).toMatchObject({ failed: 1 });
  });

  it("is the server's answer where two crossed, and where a press was refused", () => {
    const draft = { lineId: 1, criterionId: 101, base: null, value: false };
    for (const reason of [{ isCrossed: true }, { refusal: "Closed." }]) {
      const [shown] = shownLines([{ ...line(1), answer }], { "1": { ...draft, ...reason } });
      expect(shown?.shown).toEqual({ answer: "met", value: true });
    }
  });
});

describe("the order of questions", () => {
  it("is the study's, or what decides soonest before what is answered", () => {
    const lines = [{ ...line(1), answer }, line(2), line(3), line(4, { cost: "test" })];
    const tallies = [{ lineId: 3, answered: 50, excluded: 40 }];
    expect(orderLines({ lines, tallies }, "study")).toEqual([1, 2, 3, 4]);
    expect(orderLines({ lines, tallies }, "next")).toEqual([3, 2, 4, 1]);
  });

  it("goes on to what is open, around the end", () => {
    const lines = shownLines([line(1), { ...line(2), answer }, line(3)], {});
    expect(nextOpen(lines, 1)).toBe(3);
    expect(nextOpen(lines, 3)).toBe(1);
    expect(nextOpen(lines, 2)).toBe(3);
    expect(nextOpen(lines.slice(0, 1), 1)).toBeUndefined();
  });
});

describe("what can be answered", () => {
  it("is yes, no and unknown under 1, 2 and 3, each with what it comes to", () => {
    const { criterion } = line(1, { kind: "exclusion", rule: { kind: "yes_no", excludes: "yes" } });
    expect(
      answerChoices(criterion).map(({ digit, label, answer: to }) => [digit, label, to]),
    ).toEqual([
      ["1", "Yes", "present"],
      ["2", "No", "absent"],
      ["3", "Unknown", "unknown"],
    ]);
  });

  it("leaves the digits to a number", () => {
    const bounds = { min: 18, minIncluded: true, max: null, maxIncluded: false } as const;
    const rule = { kind: "number", unit: "years", excludes: "outside", ...bounds } as const;
    const { criterion } = line(1, { rule });
    expect(answerChoices(criterion)).toEqual([
      { value: null, label: "Unknown", answer: "unknown", digit: undefined },
    ]);
    expect(valueWords(criterion, 61)).toBe("61 years");
  });
});
