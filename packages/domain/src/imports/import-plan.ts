// How a file is to be read, as the importing person decides it: which column holds what, whose desk it goes
// to, and on what consent the leads in it may be called.
import { z } from "zod";
import { leadSources } from "../leads/lead-source";
import { importStatuses } from "./guess-status";
import { rowFields } from "./row-problems";
import { delimiters, textEncodings } from "./text-encoding";

/** In 03/04/2026: the day first, or the month first. */
export const dateOrders = ["dmy", "mdy"] as const;
export type DateOrder = (typeof dateOrders)[number];

/** Files are read at most so wide. */
export const mostColumns = 200;
export const mostStatusWords = 100;

export const fileReading = z.object({
  encoding: z.enum(textEncodings),
  delimiter: z.enum(delimiters),
  /** The first row holds the columns' names. */
  hasHeader: z.boolean(),
});
export type FileReading = z.infer<typeof fileReading>;

const consentDeclaration = z.object({
  /** Declared for every row, or a column says it (a date, or yes, which then counts from `on`). */
  kind: z.enum(["declared", "column"]),
  where: z
    .string()
    .trim()
    .min(3, "Say where the people agreed to be contacted")
    .max(300, "Say it in at most 300 letters"),
  on: z.iso.date("Say on which day the people agreed"),
});

export const importPlan = fileReading
  .extend({
    siteId: z.int32().positive(),
    studyId: z.int32().positive(),
    /** By position in the file; null is left out. */
    columns: z.array(z.enum(rowFields).nullable()).min(1).max(mostColumns),
    dateOrder: z.enum(dateOrders),
    /** For rows whose own column does not say it. */
    source: z.enum(leadSources),
    /** The file's words, folded, and the statuses that they mean. */
    statuses: z.record(z.string().max(100), z.enum(importStatuses)),
    consent: consentDeclaration,
  })
  .superRefine((plan, context) => {
    for (const message of planProblems(plan)) context.addIssue({ code: "custom", message });
  });
export type ImportPlan = z.infer<typeof importPlan>;

/** What is missing before a file can be read, as sentences. */
export function planProblems(
  plan: Pick<ImportPlan, "columns" | "statuses"> & { consent: { kind: "declared" | "column" } },
): string[] {
  const has = (...fields: (typeof rowFields)[number][]) =>
    plan.columns.some((column) => column !== null && fields.includes(column));
  const chosen = plan.columns.filter((column) => column !== null);
  return [
    ...(has("name", "first_name", "last_name") ? [] : ["Say which column holds the names"]),
    ...(has("email", "phone") ? [] : ["Say which column holds the e-mail or the phone number"]),
    ...(new Set(chosen).size < chosen.length
      ? ["Two columns hold the same. Leave one of them out"]
      : []),
    ...(plan.consent.kind === "column" && !has("consent")
      ? ["Say which column holds the consent, or declare it for the whole file"]
      : []),
    ...(Object.keys(plan.statuses).length > mostStatusWords
      ? ["The status column holds too many different words to be one"]
      : []),
  ];
}

const importId = z.int32().positive();
export const importIdInput = z.object({ importId });
export const previewImportInput = fileReading.extend({ importId });
export type PreviewImportInput = z.infer<typeof previewImportInput>;
export const checkImportInput = z.object({ importId, plan: importPlan });
export type CheckImportInput = z.infer<typeof checkImportInput>;
