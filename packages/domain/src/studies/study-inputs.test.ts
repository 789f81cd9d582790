import { expect, it } from "vitest";
import { importStudyInput, linkStudySiteInput, setRecruitingStatusInput } from "./study-inputs";

it("a study site may stand at none of the record's locations", () => {
  const input = { studyId: 1, locationId: null, siteId: 2 };
  expect(linkStudySiteInput.parse(input)).toEqual(input);
  expect(linkStudySiteInput.safeParse({ studyId: 1, siteId: 2 }).success).toBe(false);
});

it("a recruiting status is one of three", () => {
  const input = { studySiteId: 1, status: "paused", expectedVersion: 3 };
  expect(setRecruitingStatusInput.parse(input)).toEqual(input);
  expect(setRecruitingStatusInput.safeParse({ ...input, status: "PAUSED" }).success).toBe(false);
  expect(setRecruitingStatusInput.safeParse({ ...input, expectedVersion: 0.5 }).success).toBe(
    false,
  );
});

it("a file is given as text", () => {
  expect(importStudyInput.parse({ fileText: "{}" })).toEqual({ fileText: "{}" });
  expect(importStudyInput.safeParse({}).success).toBe(false);
});
