// What the screen of a study's texts may send. A wording says which text of the registry it was made
// from, and which version of itself it replaces: null where there was none.
import { z } from "zod";
import { publicLanguages } from "../public-language";
import { faqsSchema } from "./faqs";
import { studyTextFieldSchema } from "./study-passages";

const place = { studyId: z.int32().positive(), language: z.enum(publicLanguages) };
const version = z.int32().positive();

export const readStudyTextsInput = z.object(place);
export type ReadStudyTextsInput = z.infer<typeof readStudyTextsInput>;

export const longestStudyText = 30_000;
export const saveStudyTextInput = z.object({
  ...place,
  field: studyTextFieldSchema,
  text: z
    .string()
    .trim()
    .min(1, "Write something first, or remove this wording.")
    .max(longestStudyText, "This is longer than a page can hold. Shorten it."),
  sourceSha256: z.string().regex(/^[0-9a-f]{64}$/),
  expectedVersion: version.nullable(),
});
export type SaveStudyTextInput = z.infer<typeof saveStudyTextInput>;

export const removeStudyTextInput = z.object({
  ...place,
  field: studyTextFieldSchema,
  expectedVersion: version,
});
export type RemoveStudyTextInput = z.infer<typeof removeStudyTextInput>;

export const saveStudyFaqsInput = z.object({
  ...place,
  items: faqsSchema,
  expectedVersion: version.nullable(),
});
export type SaveStudyFaqsInput = z.infer<typeof saveStudyFaqsInput>;

export const resetStudyFaqsInput = z.object({ ...place, expectedVersion: version });
export type ResetStudyFaqsInput = z.infer<typeof resetStudyFaqsInput>;

export const publishConsentTextInput = z.object({
  ...place,
  text: z
    .string()
    .trim()
    .min(20, "This is too short to say what somebody agrees to.")
    .max(2000, "A wording holds up to 2,000 characters. Shorten it."),
  /** The study's newest number in this language when the form was opened; 0 where it had none. */
  expectedNumber: z.int32().nonnegative(),
});
export type PublishConsentTextInput = z.infer<typeof publishConsentTextInput>;
