/// <reference types="node" />
// Real study texts, edited as registries edit them: notes must follow, and no changed number may pass.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { findAnchor } from "./find-anchor";
import { makeAnchor } from "./make-anchor";

const folder = resolve(import.meta.dirname, "../../../../shared/registry-samples");
const hasSamples = existsSync(folder);
const place = { sourceType: "study", sourceId: "1", fieldPath: "text", revision: "1" };

/** Every text of a record that is longer than a line. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return value.length > 80 ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

interface Quote {
  text: string;
  start: number;
  end: number;
}

/** Each sentence or point of a text, as a reader might select it. */
function quotesOf(text: string): Quote[] {
  return [...text.matchAll(/[^\s.;\n][^.;\n]{17,400}/g)].map(({ 0: quote, index }) => ({
    text,
    start: index,
    end: index + quote.trimEnd().length,
  }));
}

const replaceIn = ({ text, start, end }: Quote, edit: (quote: string) => string) =>
  text.slice(0, start) + edit(text.slice(start, end)) + text.slice(end);

async function reanchor(quote: Quote, now: string) {
  const found = await findAnchor(await makeAnchor(quote.text, quote, place), now);
  return { found, words: found.state === "orphan" ? "" : now.slice(found.start, found.end) };
}

describe.skipIf(!hasSamples)("Notes on the sample records (skipped where they are absent)", () => {
  const names = hasSamples ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  const quotes = names
    .map((name): unknown => JSON.parse(readFileSync(join(folder, name), "utf8")))
    .flatMap(textsOf)
    .flatMap(quotesOf);

  it("there is enough to try", () => {
    expect(quotes.length).toBeGreaterThan(150);
  });

  it("follow their words when a paragraph moves or the list is renumbered", async () => {
    for (const quote of quotes) {
      const exact = quote.text.slice(quote.start, quote.end);
      const lines = quote.text.split("\n");
      const moved = [
        ...lines.slice(1),
        "Added by the sponsor in an amendment",
        ...lines.slice(0, 1),
      ];
      const renumbered = quote.text.replace(
        /^(\d+)([.)]) /gm,
        (_all, n, mark) => `${Number(n) + 1}${mark} `,
      );
      for (const now of [moved.join("\n"), renumbered]) {
        const { found, words } = await reanchor(quote, now);
        expect(found.state, exact).not.toBe("orphan");
        expect(words, exact).toBe(exact);
        expect(found.flags, exact).toEqual([]);
      }
    }
  });

  it("follow a swapped word, and say nothing of it", async () => {
    for (const quote of quotes) {
      const now = replaceIn(quote, (text) =>
        text.replace(/\b(patients|study|treatment|disease)\b/, "people"),
      );
      const { found } = await reanchor(quote, now);
      expect(found.state).not.toBe("orphan");
      expect(found.flags).toEqual([]);
    }
  });

  it("no number, bound or negation changes without a word", async () => {
    let tried = 0;
    const edits: ((text: string) => string)[] = [
      (text) => text.replace(/\d(?!.*\d)/s, (digit) => String((Number(digit) + 3) % 10)),
      (text) => text.replace(/\d+/, (number) => String(Number(number) + 1)),
      (text) => text.replace(/\d+/, ""),
      (text) => text.replace(/[≥≤<>]/, (sign) => (sign === "≥" || sign === ">" ? "<" : "≥")),
      (text) =>
        text.replace(/\b(more|less) than\b/, (bound) =>
          bound === "more than" ? "less than" : "more than",
        ),
      (text) => text.replace(/\b(not|no|without|non-?)\b ?/i, ""),
    ];
    for (const quote of quotes) {
      const exact = quote.text.slice(quote.start, quote.end);
      for (const edit of edits) {
        if (edit(exact) === exact) continue;
        tried += 1;
        const { found } = await reanchor(quote, replaceIn(quote, edit));
        const isTold = found.state === "orphan" || found.flags.includes("meaning_changed");
        expect(isTold, `${exact} → ${edit(exact)}`).toBe(true);
      }
    }
    expect(tried).toBeGreaterThan(60);
  });
});
