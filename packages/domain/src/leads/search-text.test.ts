import { expect, it } from "vitest";
import { readSearchText } from "./search-text";

it.each([
  ["#1042", { kind: "number", leadId: 1042 }],
  ["42", { kind: "number", leadId: 42 }],
  ["#99999999999", { kind: "words", words: [{ text: "#99999999999", how: "anywhere" }] }],
  ["#3000000000", { kind: "nothing" }],
  ["1042", { kind: "phone", digits: "1042", leadId: 1042 }],
  ["+44 (0)20 7946 0018", { kind: "phone", digits: "442079460018", leadId: undefined }],
  ["0044 20 7946.0018", { kind: "phone", digits: "442079460018", leadId: undefined }],
  ["020 / 7946-0018", { kind: "phone", digits: "2079460018", leadId: undefined }],
  ["00", { kind: "nothing" }],
  ["Voss@Example", { kind: "address", part: "voss@example" }],
  ["  ", { kind: "nothing" }],
])("reads %j", (typed, meant) => {
  expect(readSearchText(typed)).toEqual(meant);
});

it("folds words, and looks for short ones only where a word begins", () => {
  expect(readSearchText("NÚÑEZ  Li 李")).toEqual({
    kind: "words",
    words: [
      { text: "nunez", how: "anywhere" },
      { text: "li", how: "beginning" },
      { text: "李", how: "character" },
    ],
  });
});

it("looks for names without spaces pair by pair, also amid other letters", () => {
  expect(readSearchText("王小明bo")).toEqual({
    kind: "words",
    words: [
      { text: "王小", how: "character" },
      { text: "小明", how: "character" },
      { text: "bo", how: "beginning" },
    ],
  });
});
