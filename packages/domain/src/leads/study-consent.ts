// Consent to the study itself, as it is recorded when screening begins: the day, the version of the form that was
// signed, and the number that the study knows the person by.
import { z } from "zod";
import { dayIn } from "./local-day";
import { cleanLine, hasVisibleText } from "./typed-text";

const line = (most: number, missing: string) =>
  z.string().max(most).transform(cleanLine).refine(hasVisibleText, missing);

const formVersionSchema = line(60, "Enter the version of the consent form.");
export const screeningNumberSchema = line(40, "Enter the screening number.");

export const studyConsentSchema = z.object({
  /** ISO day. */
  on: z.iso.date("Enter the day as on the form."),
  formVersion: formVersionSchema,
  /** It may be given later. */
  screeningNumber: screeningNumberSchema.optional(),
});
export type StudyConsent = z.infer<typeof studyConsentSchema>;

/** The days on which it can have been given, by the site's calendar: since the lead came, until today. */
export function consentDays(
  lead: { readonly createdAt: string; readonly siteTimeZone: string },
  now: Date,
): { readonly first: string; readonly last: string } {
  const { createdAt, siteTimeZone } = lead;
  return { first: dayIn(siteTimeZone, createdAt), last: dayIn(siteTimeZone, now.toISOString()) };
}

/** What is wrong with the day; undefined: nothing. */
export function consentDayProblem(
  on: string,
  { first, last }: { readonly first: string; readonly last: string },
): string | undefined {
  if (on > last) return "This day is still to come. Enter the day on which the person signed.";
  if (on < first) {
    return "This day is before the lead came in. Enter the day on which the person signed.";
  }
  return undefined;
}
