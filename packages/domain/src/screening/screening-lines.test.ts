import { describe, expect, it } from "vitest";
import type { Answer } from "./answer";
import { canonicalAnswers } from "./canonical-answers";
import type { AskedCriterion } from "./criterion";
import { progressOf, retiredLines, screeningLines } from "./screening-lines";

function criterion(id: number, given: Partial<AskedCriterion> = {}): AskedCriterion {
  return {
    ...{ id, lineId: id, label: `I${id}`, kind: "inclusion", heading: null, text: `Line ${id}` },
    ...{ children: [], wording: null, rule: { kind: "yes_no", excludes: "no" }, cost: "phone" },
    doubt: null,
    ...given,
  };
}

function given(id: number, to: AskedCriterion, answer: Answer, replacedAt: string | null = null) {
  return { id, criterion: to, answer, replacedAt };
}

const later = "2026-09-02T00:00:00.000Z";

describe("which answer holds", () => {
  it("is the one given to the same question in an earlier version, however it was worded", () => {
    const before = criterion(1, { lineId: 7, wording: "Do you?", cost: "record", text: "Sleep" });
    const now = criterion(11, { lineId: 7, text: "Sleep" });
    const answer = given(1, before, "met");
    expect(screeningLines([now], [answer])).toEqual([{ criterion: now, answer, earlier: [] }]);
  });

  it("is not one that was given to other words or bounds, which stays readable", () => {
    const before = criterion(1, { lineId: 7, text: "Above 18" });
    const now = criterion(11, { lineId: 7, text: "Above 21" });
    const answer = given(1, before, "met");
    expect(screeningLines([now], [answer])).toEqual([
      { criterion: now, answer: null, earlier: [answer] },
    ]);
  });

  it("is the newest that was not replaced", () => {
    const asked = criterion(1);
    const [first, second, third] = [
      given(1, asked, "met", later),
      given(2, asked, "unknown"),
      given(3, asked, "not_met", later),
    ];
    expect(screeningLines([asked], [first, second, third])[0]).toEqual({
      criterion: asked,
      answer: second,
      earlier: [third, first],
    });
  });

  it("keeps what was answered to a criterion that is asked no longer", () => {
    const [asked, gone] = [criterion(1), criterion(2)];
    const answer = given(1, gone, "met");
    expect(retiredLines([asked], [answer])).toEqual([
      { criterion: gone, answer: null, earlier: [answer] },
    ]);
    expect(retiredLines([asked, gone], [answer])).toEqual([]);
  });
});

describe("how far a screening is", () => {
  it("counts unknown as answered, and blank as open", () => {
    const lines = [
      { criterion: criterion(1), answer: { answer: "met" } as const },
      { criterion: criterion(2), answer: { answer: "unknown" } as const },
      { criterion: criterion(3, { kind: "exclusion" }), answer: { answer: "present" } as const },
      { criterion: criterion(4, { kind: "exclusion" }), answer: null },
    ];
    expect(progressOf(lines)).toEqual({ questions: 4, answered: 3, unknowns: 1, failed: 1 });
  });
});

describe("the answers as one text", () => {
  const line = (asked: AskedCriterion, answer: Answer, evidence: string | null = null) => ({
    criterion: asked,
    answer: { answer, value: true, evidence, source: null },
  });
  const [one, other] = [line(criterion(1), "met"), line(criterion(2), "met")];

  it("is the same in whichever order they are asked and however they are worded", () => {
    const reworded = line(criterion(1, { wording: "Do you?", cost: "test" }), "met");
    expect(canonicalAnswers([other, reworded])).toBe(canonicalAnswers([one, other]));
  });

  it("changes with an answer, its evidence, the question, and a question more or less", () => {
    const texts = [
      canonicalAnswers([one, other]),
      canonicalAnswers([line(criterion(1), "unknown"), other]),
      canonicalAnswers([line(criterion(1), "met", "Said so"), other]),
      canonicalAnswers([line(criterion(1, { text: "Other words" }), "met"), other]),
      canonicalAnswers([{ criterion: criterion(1), answer: null }, other]),
      canonicalAnswers([one]),
    ];
    expect(new Set(texts).size).toBe(texts.length);
  });
});
