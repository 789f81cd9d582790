import { expect, it } from "vitest";
import { mergeText, missingFieldsSentence, unknownFields } from "./merge-fields";
import { addTemplateInput } from "./template-inputs";

const values = {
  firstName: "Ana",
  lastName: "",
  fullName: "Ana",
  studyTitle: "A study of {firstName}",
  siteName: "Springfield General",
  siteCity: "Springfield",
  coordinatorName: "Kim Example",
};

it("fills in what is known, however it is spelled, and nothing inside of a value", () => {
  expect(mergeText("Hello { FirstName }: {studyTitle}, {siteCity}", values)).toEqual({
    text: "Hello Ana: A study of {firstName}, Springfield",
    missing: [],
    unknown: [],
  });
});

it("leaves standing what nobody knows, and names it", () => {
  const merged = mergeText("{firstName} {lastName} {phone}", values);
  expect(merged).toEqual({
    text: "Ana {lastName} {phone}",
    missing: ["lastName"],
    unknown: ["{phone}"],
  });
  expect(missingFieldsSentence(merged.missing)).toBe(
    "Nothing is known here for: last name. Write something else instead of {lastName}.",
  );
});

it("refuses a template with fields that there are not", () => {
  expect(unknownFields("{phone} {firstName} {phone} {}")).toEqual(["{phone}", "{}"]);
  const template = { siteId: 1, name: "First word", language: "es", subject: "Hi", body: "{hi}" };
  const refused = addTemplateInput.safeParse(template);
  expect(refused.error?.issues[0]?.message).toMatch(/^\{hi\} is no field that can be filled in\./);
  expect(addTemplateInput.safeParse({ ...template, body: "{firstName}" }).success).toBe(true);
  expect(addTemplateInput.safeParse({ ...template, body: "x", language: "xx!" }).success).toBe(
    false,
  );
});
