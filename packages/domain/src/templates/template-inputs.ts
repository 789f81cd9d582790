// What the templates' screen may send.
import { z } from "zod";
import { unknownFields, unknownFieldsSentence } from "./merge-fields";

const siteId = z.int32().positive();

/** Text in which every pair of braces is a field that can be filled in. */
function mergeable(text: z.ZodString) {
  return text.superRefine((value, context) => {
    const unknown = unknownFields(value);
    if (unknown.length > 0) {
      context.addIssue({ code: "custom", message: unknownFieldsSentence(unknown) });
    }
  });
}

export const mailSubjectSchema = z
  .string()
  .trim()
  .min(1, "Write a subject")
  .max(200, "Use at most 200 characters");
export const mailBodySchema = z
  .string()
  .trim()
  .min(1, "Write something to the person")
  .max(10_000, "Use at most 10,000 characters");

const templateFields = {
  name: z.string().trim().min(1, "Say what it is for").max(80, "Use at most 80 characters"),
  /** BCP 47. */
  language: z.string().max(35).refine(isLanguageTag, "Choose a language"),
  subject: mergeable(mailSubjectSchema),
  body: mergeable(mailBodySchema),
};

export const listTemplatesInput = z.object({ siteId });

export const addTemplateInput = z.object({ siteId, ...templateFields });
export type AddTemplateInput = z.infer<typeof addTemplateInput>;

export const updateTemplateInput = z.object({
  templateId: z.int32().positive(),
  expectedVersion: z.int32().positive(),
  ...templateFields,
});
export type UpdateTemplateInput = z.infer<typeof updateTemplateInput>;

export const removeTemplateInput = z.object({
  templateId: z.int32().positive(),
  expectedVersion: z.int32().positive(),
});
export type RemoveTemplateInput = z.infer<typeof removeTemplateInput>;

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
