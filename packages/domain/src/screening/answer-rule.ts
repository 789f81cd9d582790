// What kind of answer a criterion asks for, and which answers exclude: kept with the criterion as JSON,
// edited by people, asked of the server and of the panel alike.
import { z } from "zod";

export const answerKinds = ["yes_no", "number", "date", "choice"] as const;
export type AnswerKind = (typeof answerKinds)[number];

export const answerKindLabels: Readonly<Record<AnswerKind, string>> = {
  yes_no: "Yes or no",
  number: "A number",
  date: "A date",
  choice: "One of several",
};

const bound = z.number().min(-1e9).max(1e9).nullable();

export const answerRule = z.discriminatedUnion("kind", [
  // Which answer to the question, as it is worded, excludes.
  z.object({ kind: z.literal("yes_no"), excludes: z.enum(["yes", "no"]) }),
  // A bound that is null is open; `…Included`: the bound itself lies inside.
  z.object({
    kind: z.literal("number"),
    /** "years", "mm", "points"; empty where a bare number is meant. */
    unit: z.string().trim().max(30),
    min: bound,
    minIncluded: z.boolean(),
    max: bound,
    maxIncluded: z.boolean(),
    excludes: z.enum(["outside", "inside"]),
  }),
  // Both days count as inside.
  z.object({
    kind: z.literal("date"),
    earliest: z.iso.date().nullable(),
    latest: z.iso.date().nullable(),
    excludes: z.enum(["outside", "inside"]),
  }),
  z.object({
    kind: z.literal("choice"),
    options: z
      .array(z.object({ label: z.string().trim().min(1).max(120), excludes: z.boolean() }))
      .min(2)
      .max(12),
  }),
]);
export type AnswerRule = z.infer<typeof answerRule>;

/** What it takes to find out: a question on the phone, a look at records, or a test. */
export const askCosts = ["phone", "record", "test"] as const;
export type AskCost = (typeof askCosts)[number];

export const askCostLabels: Readonly<Record<AskCost, string>> = {
  phone: "On the phone",
  record: "From records",
  test: "By a test",
};
