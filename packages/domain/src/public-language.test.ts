import { describe, expect, it } from "vitest";
import { directionOf, pathIn, publicLanguages, readPublicLanguage } from "./public-language";

describe("a public language", () => {
  it("stands in front of the path, except for English", () => {
    expect(pathIn("en", "/studies")).toBe("/studies");
    expect(pathIn("es", "/studies/NCT99000001")).toBe("/es/studies/NCT99000001");
  });

  it("is read from a tag with or without a region, whatever the case", () => {
    expect(readPublicLanguage("es-MX")).toBe("es");
    expect(readPublicLanguage("ZH-Hant")).toBe("zh");
    expect(readPublicLanguage("eng")).toBeUndefined();
    expect(readPublicLanguage("")).toBeUndefined();
    expect(readPublicLanguage(null)).toBeUndefined();
  });

  it("runs from right to left for Arabic alone", () => {
    expect(publicLanguages.filter((language) => directionOf(language) === "rtl")).toEqual(["ar"]);
  });
});
