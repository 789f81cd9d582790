import { describe, expect, it } from "vitest";
import { readingGrade } from "./reading-grade";

const easy =
  "You walk a bit each day. Then you sleep at home. We call you once a week to ask how it was.";
const hard =
  "Lymphocyte depletion attributable to neoadjuvant chemoradiotherapy demonstrates considerable prognostic significance in locally advanced esophageal malignancies undergoing surgical resection.";

describe("the reading grade", () => {
  it("is low for short words and sentences, and high for the registry's", () => {
    expect(readingGrade(easy, "en")?.grade).toBeLessThanOrEqual(3);
    expect(readingGrade(hard, "en")?.grade).toBeGreaterThan(16);
  });

  it("takes each line of a list for a sentence", () => {
    const list = "* You walk every day\n* You sleep at home\n* We call you each week";
    expect(readingGrade(list, "en")?.wordsPerSentence).toBe(4);
  });

  it("is for English alone; other languages are told how long their sentences are", () => {
    const spanish = "Usted camina un poco cada día. Luego duerme en casa con su familia.";
    expect(readingGrade(spanish, "es")).toEqual({ grade: undefined, wordsPerSentence: 7 });
    const chinese = "您每天早上走一会儿。然后您在家里好好睡觉。我们每个星期给您打电话。";
    expect(readingGrade(chinese, "zh")?.grade).toBeUndefined();
    expect(readingGrade(chinese, "zh")?.wordsPerSentence).toBeLessThan(10);
  });

  it("says nothing about next to nothing", () => {
    for (const text of ["", "   ", "A walk.", "1234 ... !!!"]) {
      expect(readingGrade(text, "en")).toBeUndefined();
    }
  });
});
