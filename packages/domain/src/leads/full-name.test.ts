import { expect, it } from "vitest";
import { fullName } from "./full-name";

it.each([
  ["Amara", "Voss", "Amara Voss"],
  ["明", "李", "李明"],
  ["민지", "김", "김민지"],
  ["はなこ", "やまだ", "やまだはなこ"],
  ["ليلى", "الحسن", "ليلى الحسن"],
  ["Ming 明", "李", "Ming 明 李"],
  [" Amara ", "", "Amara"],
  ["", "", ""],
])("writes %s and %s as %s", (firstName, lastName, written) => {
  expect(fullName({ firstName, lastName })).toBe(written);
});
