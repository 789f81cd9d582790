// What made-up people say to the criteria of the demo's studies, and what their papers show: by label, for an
// answer that speaks for them, one against, and one that nobody knows yet.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { EvidenceSource } from "@studydesk/domain/screening/answer";
import type { AnswerRule } from "@studydesk/domain/screening/answer-rule";
import type { AnswerValue } from "@studydesk/domain/screening/judge-answer";
import { z } from "zod";
import type { Random } from "./random";

/** "said: I am {value}.": where it comes from, then the words. */
const sentence = z.string().regex(/^(?:said|record|note): ./);
const wordsSchema = z.record(
  z.string(),
  z.object({
    fits: z.array(sentence).min(1),
    fails: z.array(sentence).min(1),
    unknown: z.array(sentence).min(1),
  }),
);
export type AnswerWords = z.infer<typeof wordsSchema>;

/** Studies that are not the demo's own have none. */
export async function readAnswerWords(nctId: string): Promise<AnswerWords> {
  const file = join(import.meta.dirname, "answers", `${nctId}.json`);
  return existsSync(file) ? wordsSchema.parse(JSON.parse(await readFile(file, "utf8"))) : {};
}

export type Speaks = "fits" | "fails" | "unknown";

export interface MadeUpAnswer {
  value: AnswerValue;
  evidence: string | null;
  source: EvidenceSource | null;
}

/** An answer that speaks so; `age` is the person's, the same wherever it is asked. */
export function makeUpAnswer(
  random: Random,
  { label, rule, words }: { label: string; rule: AnswerRule; words: AnswerWords },
  speaks: Speaks,
  age: number,
): MadeUpAnswer {
  const value = speaks === "unknown" ? null : valueThat(random, rule, speaks, age);
  const said = words[label]?.[speaks];
  if (!said) return { value, evidence: null, source: null };
  const [, source, text = ""] = /^(said|record|note): (.*)$/.exec(random.pick(said)) ?? [];
  const evidence = text.replace("{value}", String(value));
  return { value, evidence, source: source === "said" || source === "record" ? source : "note" };
}

function valueThat(
  random: Random,
  rule: AnswerRule,
  speaks: "fits" | "fails",
  age: number,
): AnswerValue {
  const isFor = speaks === "fits";
  switch (rule.kind) {
    case "yes_no":
      return (rule.excludes === "no") === isFor;
    case "number": {
      const isInside = (rule.excludes === "outside") === isFor;
      if (!isInside) {
        const off = 1 + random.below(9);
        return rule.max === null ? (rule.min ?? 0) - off : rule.max + off;
      }
      if (rule.unit === "years") return Math.min(Math.max(age, rule.min ?? 0), rule.max ?? age);
      return (rule.min ?? (rule.max ?? 20) - 20) + random.pick([10, 20]);
    }
    case "date":
      return ((rule.excludes === "outside") === isFor ? rule.latest : null) ?? "2000-01-01";
    case "choice":
      return rule.options.find(({ excludes }) => excludes !== isFor)?.label ?? null;
  }
}
