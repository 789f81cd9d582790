// What each field of the contact form asks for, and the closed list of what may be wrong with it (worded
// by the page). Plain functions without a library: the page's script judges a field as the server does.
import { isEmail, longestEmail } from "./email-form";
import { characterCount, hasVisibleText } from "./typed-text";

/** The form's own fields, in the order of the page. */
export const submissionFields = [
  "site",
  "first_name",
  "last_name",
  "email",
  "phone",
  "language",
  "message",
  "consent",
] as const;
export type SubmissionField = (typeof submissionFields)[number];

export const submissionProblems = [
  "missing",
  "too_long",
  "not_an_email",
  "too_few_digits",
  "not_a_language",
  "not_offered",
  "wording_changed",
] as const;
export type SubmissionProblem = (typeof submissionProblems)[number];
export type SubmissionProblems = Partial<Record<SubmissionField, SubmissionProblem>>;

const longestName = 100;
const longestMessage = 5000;

const atMost = (most: number) => (text: string) => characterCount(text) <= most;
const hasDigits = (phone: string) => (phone.match(/\p{Nd}/gu)?.length ?? 0) >= 5;

type Rule = readonly [isKept: (typed: string) => boolean, otherwise: SubmissionProblem];
const isThere: Rule = [hasVisibleText, "missing"];
const name: readonly Rule[] = [isThere, [atMost(longestName), "too_long"]];

const rules = {
  first_name: name,
  last_name: name,
  email: [isThere, [isEmail, "not_an_email"], [atMost(longestEmail), "too_long"]],
  phone: [isThere, [hasDigits, "too_few_digits"], [atMost(50), "too_long"]],
  message: [[atMost(longestMessage), "too_long"]],
} as const satisfies Partial<Record<SubmissionField, readonly Rule[]>>;

/** A field whose text can be judged by itself. */
export type TypedField = keyof typeof rules;

export function isTypedField(field: string): field is TypedField {
  return Object.hasOwn(rules, field);
}

/** The first thing that is wrong with a field, cleaned as `typed-text` cleans it. */
export function problemOf(field: TypedField, typed: string): SubmissionProblem | undefined {
  return rules[field].find(([isKept]) => !isKept(typed))?.[1];
}
