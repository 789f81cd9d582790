import type { CriterionFields } from "@studydesk/domain/screening/criterion";
import { usualRule } from "@studydesk/domain/screening/judge-answer";
import { expect, it } from "vitest";
import { changedFields } from "./changed-fields";

const before: CriterionFields = {
  ...{ kind: "inclusion", heading: null, text: "Adult", children: [], wording: null },
  ...{ rule: usualRule("inclusion"), cost: "phone", doubt: null },
};

it("names only what differs, points below the text included", () => {
  const after: CriterionFields = {
    ...before,
    children: [{ text: "18 or older", children: [] }],
    wording: "How old are you?",
    cost: "record",
  };
  expect(changedFields(before, after)).toEqual([
    { name: "Text", before: "Adult", after: "Adult\n- 18 or older" },
    { name: "Question on the phone", before: "", after: "How old are you?" },
    { name: "Asked", before: "On the phone", after: "From records" },
  ]);
  expect(changedFields(before, { ...before })).toEqual([]);
});
