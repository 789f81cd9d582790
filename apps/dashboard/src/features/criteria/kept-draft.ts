// A draft as the tab remembers it, half typed as it may be.
import { askCosts } from "@studydesk/domain/screening/answer-rule";
import { criterionDoubt, criterionFields } from "@studydesk/domain/screening/criterion";
import { criterionKinds } from "@studydesk/domain/studies/criteria";
import { z } from "zod";

const keptEntry = z.object({
  ...criterionFields.shape,
  key: z.string(),
  lineId: z.number().nullable(),
  // Half typed, any of these may be what a finished one may not.
  kind: z.enum(criterionKinds),
  heading: z.string().nullable(),
  text: z.string(),
  wording: z.string().nullable(),
  cost: z.enum(askCosts),
  doubt: criterionDoubt.nullable(),
  rule: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("yes_no"), excludes: z.enum(["yes", "no"]) }),
    z.object({
      kind: z.literal("number"),
      unit: z.string(),
      min: z.number().nullable(),
      minIncluded: z.boolean(),
      max: z.number().nullable(),
      maxIncluded: z.boolean(),
      excludes: z.enum(["outside", "inside"]),
    }),
    z.object({
      kind: z.literal("date"),
      earliest: z.string().nullable(),
      latest: z.string().nullable(),
      excludes: z.enum(["outside", "inside"]),
    }),
    z.object({
      kind: z.literal("choice"),
      options: z.array(z.object({ label: z.string(), excludes: z.boolean() })),
    }),
  ]),
});

const keptState = z.object({
  revision: z.number(),
  base: z.array(keptEntry),
  entries: z.array(keptEntry),
  clashes: z.array(z.object({ key: z.string(), theirs: keptEntry.nullable() })),
});

/** Undefined: nothing is kept, or nothing that can be read. */
export function readKept(kept: string): z.infer<typeof keptState> | undefined {
  if (kept === "") return undefined;
  try {
    return keptState.parse(JSON.parse(kept));
  } catch {
    return undefined;
  }
}
