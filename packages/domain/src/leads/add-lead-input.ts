// What a coordinator types in about somebody who called, came by or was sent by a doctor.
import { z } from "zod";
import { publicLanguages } from "../public-language";
import { isEmail, longestEmail } from "./email-form";
import { readLanguage } from "./languages";
import { leadSources } from "./lead-source";
import { cleanLine, cleanParagraphs, hasVisibleText } from "./typed-text";

const longestName = 100;
const longestMessage = 5000;
const fewestDigits = 5;

const line = (most: number) =>
  z
    .string()
    .transform(cleanLine)
    .pipe(z.string().max(most, `At most ${most} characters`));
const name = (which: string) => line(longestName).refine(hasVisibleText, `Type the ${which}`);

/** Leads that the form or a file brings say so themselves. */
export const sourcesByHand = leadSources.filter(
  (source) => source !== "study_page" && source !== "import",
);

export const addLeadInput = z
  .object({
    studyId: z.int32().positive(),
    siteId: z.int32().positive(),
    firstName: name("first name"),
    lastName: name("last name"),
    email: line(longestEmail)
      .refine((email) => email === "" || isEmail(email), "Type a whole e-mail address")
      .default(""),
    phone: line(50)
      .refine(
        (phone) => phone === "" || (phone.match(/\p{Nd}/gu)?.length ?? 0) >= fewestDigits,
        "Type the whole number",
      )
      .default(""),
    /** BCP 47; null where nobody asked. */
    language: z
      .string()
      .max(35)
      .refine((tag) => readLanguage(tag) !== undefined, "Choose a language from the list")
      .transform((tag) => readLanguage(tag) ?? null)
      .nullish(),
    source: z.enum(sourcesByHand).default("phone_call"),
    message: z
      .string()
      .max(longestMessage)
      .transform(cleanParagraphs)
      .transform((text) => (hasVisibleText(text) ? text : null))
      .nullish(),
    /** The wording that was read to the person; left out: the English one in force. */
    consentTextId: z.int32().positive().optional(),
    /** The person heard the study's consent text and agreed to it. */
    consentGiven: z.literal(true, {
      error: "Read the consent text to the person first; without a yes no lead may be kept",
    }),
  })
  .refine(({ email, phone }) => email !== "" || phone !== "", {
    path: ["phone"],
    message: "Type a number or an e-mail address, so that the person can be reached",
  });
export type AddLeadInput = z.infer<typeof addLeadInput>;

/** Which wording is to be read to somebody, in a language that it exists in. */
export const consentTextInput = z.object({
  studyId: z.int32().positive(),
  language: z.enum(publicLanguages),
});
export type ConsentTextInput = z.infer<typeof consentTextInput>;
