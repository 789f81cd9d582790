// Common questions of a study's page, each with an answer in plain paragraphs.
import { z } from "zod";

export interface Faq {
  question: string;
  answer: string;
}

export const mostFaqs = 20;

const said = (most: number, what: string) =>
  z
    .string()
    .trim()
    .min(1, `Write the ${what}, or remove this entry.`)
    .max(most, `A ${what} holds up to ${most} characters. Shorten it.`);

export const faqsSchema = z
  .array(z.object({ question: said(200, "question"), answer: said(3000, "answer") }))
  .max(mostFaqs, `A page has up to ${mostFaqs} questions. Remove some.`);
