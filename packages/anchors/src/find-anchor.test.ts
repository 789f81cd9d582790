import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findAnchor } from "./find-anchor";
import { makeAnchor } from "./make-anchor";

const place = { sourceType: "study", sourceId: "1", fieldPath: "summary", revision: "1" };

async function reanchor(text: string, quote: string, now: string) {
  const start = text.indexOf(quote);
  if (start === -1) throw new Error(`"${quote}" is not in the text`);
  const anchor = await makeAnchor(text, { start, end: start + quote.length }, place);
  const found = await findAnchor(anchor, now);
  const words = found.state === "orphan" ? undefined : now.slice(found.start, found.end);
  return { ...found, words };
}

const about =
  "People who join are asked to come to the clinic every two weeks. Each visit takes about three hours, and a nurse takes some blood at the start. Travel costs are paid back on the same day.";

describe("A note finds its place again", () => {
  it.for([
    ["a sentence was put in front", `New: parking is free. ${about}`, "moved"],
    ["the end was rewritten", about.replace(/Travel.*/, "Ask about travel."), "exact"],
    ["the paragraph went to the end", `${about.slice(65)} ${about.slice(0, 64)}`, "moved"],
    ["a word of it was swapped", about.replace("a nurse takes", "a doctor takes"), "moved"],
    [
      "spaces, breaks and accents are written in another way",
      about.replaceAll(" ", "\u00A0\n"),
      "moved",
    ],
    ["soft hyphens came in", about.replaceAll("nurse", "nur\u00ADse"), "exact"],
  ] as const)("when %s", async ([, now, state]) => {
    const found = await reanchor(about, "a nurse takes some blood at the start", now);
    expect(found).toMatchObject({ state, flags: [] });
    expect(found.words).toMatch(/^a\s+(nur\u00ADse|nurse|doctor)\s+takes[\s\S]*start$/);
  });

  it("of several same words it takes those with the same surroundings", async () => {
    const text = "Arm A gets 5 mg twice a day. Arm B gets 10 mg twice a day. Arm C gets none.";
    const quote = "twice a day";
    const second = text.lastIndexOf(quote);
    const anchor = await makeAnchor(text, { start: second, end: second + quote.length }, place);
    const now = `Changed in May. ${text}`;
    const found = await findAnchor(anchor, now);
    expect(found).toMatchObject({ state: "moved", start: now.lastIndexOf(quote) });
  });

  it("when half of it was rewritten, with doubt", async () => {
    const now = about.replace(
      "a nurse takes some blood at the start",
      "a nurse may take blood at its start or end",
    );
    const found = await reanchor(about, "a nurse takes some blood at the start", now);
    expect(found).toMatchObject({ state: "may_have_moved", flags: [] });
    expect(found.words).toMatch(/^a nurse.*start/);
  });

  it("not at all when it is gone, or when only its like stands elsewhere", async () => {
    const texts = [
      "",
      "Nothing of it is left.",
      about.replace(/Each visit[^.]*\./, ""),
      "😀".repeat(50),
    ];
    for (const now of texts) {
      const found = await reanchor(about, "a nurse takes some blood at the start", now);
      expect(found).toEqual({ state: "orphan", score: found.score, flags: [], words: undefined });
      expect(found.score).toBeLessThan(0.6);
    }
    const other = await reanchor("aged 18 or older", "18", "The study began 18 months ago in May.");
    expect(other.state).toBe("orphan");
  });
});

describe("What decides who may join is never passed over", () => {
  it.for([
    ["aged 18 to 80 years", "aged 16 to 80 years", "18", "16"],
    ["aged ١٨ to 80 years", "aged 19 to 80 years", "١٨", "19"],
    ["a KPS score of more than 80", "a KPS score of more than 800", "80", "800"],
    ["creatinine ≤ 1.5 mg/dL", "creatinine ≤ 15 mg/dL", "1.5", "15"],
    ["creatinine ≤ 1.5 mg/dL", "creatinine ≥ 1.5 mg/dL", "≤", "≥"],
    ["platelets >= 100 x 10", "platelets > 100 x 10", ">=", ">"],
    ["at least six months of life", "at most six months of life", "at least", "at most"],
    ["at least six months of life", "at least two months of life", "six", "two"],
    [
      "no more than two earlier treatments",
      "more than two earlier treatments",
      "no more than",
      "more than",
    ],
    ["not pregnant or breastfeeding", "pregnant or breastfeeding", "not", ""],
    ["able to take part", "unable to take part", "able", "unable"],
    [
      "people who are eligible for surgery",
      "people who are ineligible for surgery",
      "eligible",
      "ineligible",
    ],
    ["measurable disease in the lung", "non-measurable disease in the lung", "", "non"],
    ["can swallow tablets without help", "can swallow tablets with help", "without", ""],
    ["patients who can't have an MRI scan", "patients who can have an MRI scan", "can't", ""],
    ["personas mayores de 18 años", "personas menores de 18 años", "mayores de", "menores de"],
    ["sin tratamiento anterior del cáncer", "con tratamiento anterior del cáncer", "sin", ""],
    ["más de 6 meses de vida", "menos de 6 meses de vida", "más de", "menos de"],
    ["患者年龄不超过80岁且能够签署同意书", "患者年龄超过80岁且能够签署同意书", "不超过", "超过"],
    ["没有接受过放射治疗的患者", "接受过放射治疗的患者", "没有", ""],
    ["أن يكون العمر أكثر من 18 سنة", "أن يكون العمر أقل من 18 سنة", "أكثر من", "أقل من"],
    ["غير قادر على إعطاء الموافقة", "قادر على إعطاء الموافقة", "غير", ""],
    ["المشاركون بدون علاج سابق للسرطان", "المشاركون مع علاج سابق للسرطان", "بدون", ""],
  ] as const)("%j that became %j", async ([was, now, from, to]) => {
    const frame = (text: string) =>
      `This study is for people in the region: ${text}; nothing else.`;
    const found = await reanchor(frame(was), was, frame(now));
    expect(found).toMatchObject({ flags: ["meaning_changed"] });
    if (found.state === "orphan") throw new Error("The place was not found");
    expect(found.changes).toContainEqual({ was: from, now: to });
  });

  it.for([
    ["aged 18 or older", "18", "aged 16 or older"],
    ["aged 18 or older", "aged", "not aged 18 or older"],
    ["aged ≥ 18 years", "18 years", "aged ≤ 18 years"],
    ["must be at least 18 years old", "18 years old", "must be at most 18 years old"],
    ["a dose of 5 mg is given", "5", "a dose of 5.5 mg is given"],
    ["a dose of 15 mg is given", "5 mg is given", "a dose of 25 mg is given"],
    ["people able to consent may join", "able to consent", "people unable to consent may join"],
    ["may have had surgery before", "have had surgery before", "may not have had surgery before"],
  ] as const)("nor right beside the quote: %j, quoted %j, became %j", async ([was, quote, now]) => {
    const found = await reanchor(was, quote, now);
    if (found.state !== "orphan") expect(found.flags).toEqual(["meaning_changed"]);
  });

  it.for([
    ["between 18 and 80 years of age", "between  18 and 80 years of age"],
    ["a count of 1,000 cells or so", "a count of 1000 cells or so"],
    ["aged >= 18 years in all", "aged ≥ 18 years in all"],
    ["العمر ١٨ سنة أو نحو ذلك", "العمر 18 سنة أو نحو ذلك"],
    ["under a doctor's care for the illness", "under a doctor’s care for the disease"],
  ] as const)("and what means the same is not flagged: %j and %j", async ([was, now]) => {
    expect(await reanchor(was, was, now)).toMatchObject({ flags: [] });
  });

  it("a number that was changed anywhere in a quote is told, whatever the text", async () => {
    const word = fc.stringMatching(/^[a-z]{2,9}$/);
    const texts = fc.tuple(
      fc.array(word, { minLength: 4, maxLength: 40 }),
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 0, max: 9999 }),
      fc.nat(),
    );
    await fc.assert(
      fc.asyncProperty(texts, async ([words, was, now, place]) => {
        if (was === now) return;
        const at = place % words.length;
        const write = (number: number) => words.toSpliced(at, 0, String(number)).join(" ");
        const found = await reanchor(write(was), write(was), write(now));
        if (found.state !== "orphan") expect(found.flags).toEqual(["meaning_changed"]);
      }),
    );
  });
});

describe("Whatever the texts are", () => {
  it("the answer lies inside the text and cuts no character", async () => {
    const unit = fc.constantFrom("a", "b", " ", "e\u0301", "😀", "18", "不", "ب", "\n", "not ");
    const text = fc.array(unit, { minLength: 1, maxLength: 80 }).map((units) => units.join(""));
    await fc.assert(
      fc.asyncProperty(text, text, fc.nat(), fc.nat(), async (was, now, a, b) => {
        const [start = 0, end = 0] = [a, b]
          .map((at) => at % (was.length + 1))
          .sort((x, y) => x - y);
        if (was.slice(start, end).trim() === "") return;
        const found = await findAnchor(await makeAnchor(was, { start, end }, place), now);
        expect(found.score).toBeGreaterThanOrEqual(0);
        expect(found.score).toBeLessThanOrEqual(1);
        if (found.state === "orphan") return;
        expect(found.start).toBeLessThan(found.end);
        expect(found.end).toBeLessThanOrEqual(now.length);
        expect(now.slice(found.start, found.end).isWellFormed()).toBe(true);
        expect(now.slice(found.end)).not.toMatch(/^\p{M}/u);
      }),
    );
  });

  it("100 kB are searched in bounded steps, also where each place looks like the next", async () => {
    const filler = Array.from({ length: 18_000 }, (_, index) =>
      ((index * index) % 9973).toString(36),
    );
    const long = filler.join(" and ").slice(0, 100_000);
    const quote = long.slice(50_000, 50_900);
    const edited = `An amendment. ${long.slice(0, 50_400)} anew ${long.slice(50_420)}`;
    const start = long.indexOf(quote);
    const anchor = await makeAnchor(long, { start, end: start + quote.length }, place);
    expect(await findAnchor(anchor, edited)).toMatchObject({ state: "moved" });

    const same = "a".repeat(100_000);
    const odd = await makeAnchor(`${"a".repeat(900)}b`, { start: 0, end: 901 }, place);
    expect((await findAnchor(odd, same)).state).toBe("moved");
  });
});
