// The contact form: what may be sent, and what was typed, so that nothing is lost when it comes back.
// What each field asks for stands in submission-rules.
import { z } from "zod";
import { readLanguage } from "../leads/languages";
import { cleanLine, cleanParagraphs } from "../leads/typed-text";
import {
  allTheSameField,
  consentTextField,
  honeypotField,
  proofField,
  requestKeyField,
} from "./form-fields";
import {
  problemOf,
  readBirthYear,
  type SubmissionField,
  type SubmissionProblem,
  type SubmissionProblems,
  submissionFields,
  submissionProblems,
  type TypedField,
} from "./submission-rules";

/** As typed, cleaned of control characters only: what a page shows again. */
export type TypedSubmission = Readonly<Record<SubmissionField, string>> & {
  readonly consentText: string;
  readonly honeypot: string;
  readonly requestKey: string;
  readonly proof: string;
  readonly allTheSame: boolean;
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
    birth_year: line("birth_year"),
    language: line("language"),
    message: cleanParagraphs(firstText(fields.message)),
    consent: isTicked(line("consent")) ? "yes" : "",
    consentText: line(consentTextField),
    honeypot: line(honeypotField),
    requestKey: line(requestKeyField),
    proof: line(proofField),
    allTheSame: isTicked(line(allTheSameField)),
  };
}

function firstText(sent: unknown): string {
  const first = Array.isArray(sent) ? sent[0] : sent;
  return typeof first === "string" ? first : "";
}

function isTicked(sent: string): boolean {
  return ["yes", "on", "true", "1"].includes(sent.toLowerCase());
}

/** What may be sent; `today` says which years of birth there can be. */
function submissionInput(today: Date) {
  const text = (field: TypedField) =>
    z.string().superRefine((typed, context) => {
      const problem = problemOf(field, typed, today);
      if (problem) context.addIssue({ code: "custom", message: problem });
    });
  return z.object({
    first_name: text("first_name"),
    last_name: text("last_name"),
    email: text("email"),
    phone: text("phone"),
    birth_year: text("birth_year").transform((year) => readBirthYear(year, today) ?? null),
    language: z.string().transform((sent, context) => {
      if (sent === "") return null;
      const tag = readLanguage(sent);
      if (tag === undefined) context.addIssue({ code: "custom", message: "not_a_language" });
      return tag ?? null;
    }),
    message: text("message").transform((message) => (message === "" ? null : message)),
    consent: z.literal("yes", { error: "missing" satisfies SubmissionProblem }),
  });
}
export type SubmissionInput = z.output<ReturnType<typeof submissionInput>>;

/** The submission, or what is wrong with each field. */
export function checkSubmission(
  typed: TypedSubmission,
  today: Date,
): { ok: true; submission: SubmissionInput } | { ok: false; problems: SubmissionProblems } {
  const checked = submissionInput(today).safeParse(typed);
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
