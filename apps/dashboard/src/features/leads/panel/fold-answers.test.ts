import { expect, it } from "vitest";
import type { TimelineEntry } from "../lead-types";
import { foldAnswers } from "./fold-answers";

let last = 0;

function entry(byUserId: string, kind: "criterion_answered" | "consent_withdrawn"): TimelineEntry {
  last += 1;
  const answered = { criterionId: 1, label: "I1", from: null, to: "met" } as const;
  return {
    ...{ id: last, at: "2026-09-01T12:00:00.000Z", byUserId, byName: null, isTakenBack: false },
    activity: kind === "criterion_answered" ? { kind, ...answered } : { kind },
  };
}

it("tells what one person answered in one go as one line, and nothing else", () => {
  const [first, second, other, withdrawn, third] = [
    entry("kim", "criterion_answered"),
    entry("kim", "criterion_answered"),
    entry("bo", "criterion_answered"),
    entry("bo", "consent_withdrawn"),
    entry("bo", "criterion_answered"),
  ];
  expect(foldAnswers([first, second, other, withdrawn, third])).toEqual([
    { entry: first, also: [second] },
    { entry: other, also: [] },
    { entry: withdrawn, also: [] },
    { entry: third, also: [] },
  ]);
});
