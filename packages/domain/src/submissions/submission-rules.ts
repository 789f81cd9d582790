// What each field of the contact form asks for, and the closed list of what may be wrong with it (worded
// by the page). Plain functions without a library: the page's script judges a field as the server does.
import { isEmail, longestEmail } from "../leads/email-form";
import { characterCount, hasVisibleText } from "../leads/typed-text";

/** The form's own fields, in the order of the page. */
export const submissionFields = [
  "site",
  "first_name",
  "last_name",
  "email",
  "phone",
  "birth_year",
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
  "not_a_year",
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

/** Nobody living was born earlier. */
const earliestBirthYear = 1900;

/** The year in "1968", "١٩٦٨" or "１９６８", as people write it; undefined when it can be nobody's. */
export function readBirthYear(typed: string, today: Date): number | undefined {
  const digits = westernDigits(typed);
  const year = /^\d{4}$/.test(digits) ? Number(digits) : 0;
  return year >= earliestBirthYear && year <= today.getUTCFullYear() ? year : undefined;
}

export function westernDigits(typed: string): string {
  return typed.replace(/\p{Nd}/gu, westernDigit);
}

const zerosOfOtherDigits = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10];

function westernDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = zerosOfOtherDigits.find((of) => code >= of && code < of + 10);
  return zero === undefined ? digit : String(code - zero);
}

type Rule = readonly [
  isKept: (typed: string, today: Date) => boolean,
  otherwise: SubmissionProblem,
];
const isThere: Rule = [hasVisibleText, "missing"];
const name: readonly Rule[] = [isThere, [atMost(longestName), "too_long"]];

const rules = {
  first_name: name,
  last_name: name,
  email: [isThere, [isEmail, "not_an_email"], [atMost(longestEmail), "too_long"]],
  phone: [isThere, [hasDigits, "too_few_digits"], [atMost(50), "too_long"]],
  birth_year: [
    [(typed, today) => typed === "" || readBirthYear(typed, today) !== undefined, "not_a_year"],
  ],
  message: [[atMost(longestMessage), "too_long"]],
} as const satisfies Partial<Record<SubmissionField, readonly Rule[]>>;

/** A field whose text can be judged by itself. */
export type TypedField = keyof typeof rules;

export function isTypedField(field: string): field is TypedField {
  return Object.hasOwn(rules, field);
}

/** The first thing that is wrong with a field, cleaned as `typed-text` cleans it. */
export function problemOf(
  field: TypedField,
  typed: string,
  today: Date,
): SubmissionProblem | undefined {
  return rules[field].find(([isKept]) => !isKept(typed, today))?.[1];
}
