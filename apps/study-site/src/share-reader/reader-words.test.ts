import { expect, it } from "vitest";
import { endWords, leftWords, readReaderWords, waitWords } from "./reader-words";

const { t } = await readReaderWords(["en-GB"]);

it.each<[number, string]>([
  [1, "Wait a minute,"],
  [60, "Wait a minute,"],
  [61, "Wait 2 minutes,"],
  [1800, "Wait 30 minutes,"],
  [86_400, "Wait 24 hours,"],
])("a wait of %i seconds is said as a person would", (seconds, words) => {
  expect(waitWords(t, seconds)).toContain(words);
});

it("the reader learns how often the link still opens", () => {
  const until = "2026-09-08T12:00:00.000Z";
  expect(leftWords(t, 4, until)).toContain("opens 4 more times, until 8 September 2026");
  expect(leftWords(t, 1, until)).toContain("opens once more, until");
  expect(leftWords(t, 0, until)).toContain("the link's last view");
});

it("each end says what to do next, also one that this page does not know yet", () => {
  const ends = ["expired", "used_up", "revoked", "reissued", "too_many_failures"] as const;
  for (const reason of [...ends, undefined]) {
    expect(endWords(t, reason).text).toMatch(/[Aa]sk/);
  }
});

it.each<[readonly string[], string]>([
  [["es-MX", "en"], "es"],
  [["de-DE", "zh-TW"], "zh"],
  [["ar"], "ar"],
  [["en-US", "es"], "en"],
  [["de", "fr"], "en"],
  [[], "en"],
])("a browser that asks for %j is answered in %s", async (languages, language) => {
  expect((await readReaderWords(languages)).language).toBe(language);
});

it("whatever a person calls themselves, they are named as they wrote it", async () => {
  for (const language of ["en", "es", "zh", "ar"]) {
    const { t } = await readReaderWords([language]);
    expect(t.sharedBy(3, "No. #1")).toContain("No. #1");
    expect(t.sharedBy(3, "No. #1")).toMatch(/3/);
  }
});
