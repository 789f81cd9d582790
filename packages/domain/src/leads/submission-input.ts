// The contact form: what may be sent, what is wrong with it (a closed list, worded by the page), and
// what was typed, so that nothing is lost when it comes back.
import { z } from "zod";
import { readLanguage } from "./languages";
import { characterCount, cleanLine, cleanParagraphs, hasVisibleText } from "./typed-text";

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

const submissionProblems = [
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
/** A field that people never see; whoever fills it in is a program. */
export const honeypotField = "topic";
/** Carries the id of the consent text that was on the page. */
export const consentTextField = "consent_text";

/** As typed, cleaned of control characters only: what a page shows again. */
export type TypedSubmission = Readonly<Record<SubmissionField, string>> & {
  readonly consentText: string;
  readonly honeypot: string;
};

/** Reads a urlencoded body; a field sent twice counts once, an unknown one not at all. */
export function readTypedSubmission(body: unknown): TypedSubmission {
  const fields = z
    .record(z.string(), z.unknown())
    .catch({})
    .parse(body ?? {});
  const line = (name: string) => cleanLine(firstText(fields[name]));
  return {
    site: line("site"),
    first_name: line("first_name"),
    last_name: line("last_name"),
    email: line("email"),
    phone: line("phone"),
    language: line("language"),
    message: cleanParagraphs(firstText(fields.message)),
    consent: isTicked(line("consent")) ? "yes" : "",
    consentText: line(consentTextField),
    honeypot: line(honeypotField),
  };
}

function firstText(sent: unknown): string {
  const first = Array.isArray(sent) ? sent[0] : sent;
  return typeof first === "string" ? first : "";
}

function isTicked(sent: string): boolean {
  return ["yes", "on", "true", "1"].includes(sent.toLowerCase());
}

const problem = (code: SubmissionProblem) => ({ error: code });
const atMost = (most: number) => (text: string) => characterCount(text) <= most;
const hasDigits = (phone: string) => (phone.match(/\p{Nd}/gu)?.length ?? 0) >= 5;
/** Practical, not complete: what mail servers in use accept, and nothing that could be a list of addresses. */
const emailForm =
  /^[^\s@<>()[\],;:"\\]{1,64}@(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,}$/u;
const isEmail = (email: string) => emailForm.test(email) && !/^\.|\.\.|\.@/.test(email);

const name = z
  .string()
  .refine(hasVisibleText, problem("missing"))
  .refine(atMost(longestName), problem("too_long"));

export const submissionInput = z.object({
  first_name: name,
  last_name: name,
  email: z
    .string()
    .refine(hasVisibleText, { ...problem("missing"), abort: true })
    .refine(isEmail, { ...problem("not_an_email"), abort: true })
    .refine(atMost(254), problem("too_long")),
  phone: z
    .string()
    .refine(hasVisibleText, { ...problem("missing"), abort: true })
    .refine(hasDigits, { ...problem("too_few_digits"), abort: true })
    .refine(atMost(50), problem("too_long")),
  language: z.string().transform((sent, context) => {
    if (sent === "") return null;
    const tag = readLanguage(sent);
    if (tag === undefined) context.addIssue({ code: "custom", message: "not_a_language" });
    return tag ?? null;
  }),
  message: z
    .string()
    .refine(atMost(longestMessage), problem("too_long"))
    .transform((message) => (message === "" ? null : message)),
  consent: z.literal("yes", problem("missing")),
});
export type SubmissionInput = z.output<typeof submissionInput>;

/** The submission, or what is wrong with each field. */
export function checkSubmission(
  typed: TypedSubmission,
): { ok: true; submission: SubmissionInput } | { ok: false; problems: SubmissionProblems } {
  const checked = submissionInput.safeParse(typed);
  if (checked.success) return { ok: true, submission: checked.data };
  const problems: SubmissionProblems = {};
  for (const { path, message } of checked.error.issues) {
    const field = submissionFields.find((known) => known === path[0]);
    const known = submissionProblems.find((code) => code === message);
    if (field && known) problems[field] ??= known;
  }
  return { ok: false, problems };
}

/** The site that was meant: the only one there is, or the one that was picked. */
export function pickSite(
  typed: TypedSubmission,
  offeredSiteIds: readonly number[],
): { siteId: number } | { problem: SubmissionProblem } {
  const [only, ...others] = offeredSiteIds;
  if (typed.site === "") {
    if (only !== undefined && others.length === 0) return { siteId: only };
    return { problem: "missing" };
  }
  const siteId = offeredSiteIds.find((offered) => String(offered) === typed.site);
  return siteId === undefined ? { problem: "not_offered" } : { siteId };
}

/** An untouched form. */
export const emptySubmission: TypedSubmission = readTypedSubmission({});
