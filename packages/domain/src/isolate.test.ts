import { describe, expect, it } from "vitest";
import { isolate } from "./isolate";

const marked = (value: string) => `\u2068${value}\u2069`;

describe("a value within a sentence", () => {
  it.each([
    ["en", "Springfield General"],
    ["es", "+1 202 555 0143"],
    ["zh", "上海瑞金医院 (A)"],
    ["ar", "مستشفى الملك"],
    ["ar", "ليلى"],
    ["ar", "مُحَمَّد"],
    ["ar", ""],
  ] as const)("stays bare in %s when nothing disturbs it: %s", (language, value) => {
    expect(isolate(language, value)).toBe(value);
  });

  it.each([
    ["en", "ليلى"],
    ["zh", "בית חולים 2"],
    ["ar", "Springfield General"],
    ["ar", "+1 202 555 0143"],
    ["ar", "مستشفى A"],
    ["ar", "مركز 24"],
    ["ar", "瑞金医院"],
  ] as const)("is marked in %s where it could: %s", (language, value) => {
    expect(isolate(language, value)).toBe(marked(value));
  });

  it.each(["en", "ar"] as const)("cannot turn the %s sentence around it", (language) => {
    expect(isolate(language, "\u202eAda\u2069\u202e")).toBe(isolate(language, "Ada"));
  });
});
