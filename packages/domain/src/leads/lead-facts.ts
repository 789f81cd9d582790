// The facts about a person that the desk may put right, each as one line of text ("" says that it is not
// known), and what each asks for: the form's own rules where they fit. Sentences say what to do.
import { isTimeZone } from "../sites/site-inputs";
import {
  problemOf,
  readBirthYear,
  type SubmissionProblem,
  type TypedField,
} from "../submissions/submission-rules";
import { readLanguage } from "./languages";
import { type LeadSource, leadSources } from "./lead-source";
import { cleanLine } from "./typed-text";

export const leadFactNames = [
  "firstName",
  "lastName",
  "email",
  "phone",
  "language",
  "birthYear",
  "timeZone",
  "source",
] as const;
export type LeadFactName = (typeof leadFactNames)[number];

export const leadFactLabels: Readonly<Record<LeadFactName, string>> = {
  firstName: "First name",
  lastName: "Last name",
  email: "E-mail",
  phone: "Phone",
  language: "Language",
  birthYear: "Born in",
  timeZone: "Time zone",
  source: "Source",
};

export interface LeadFacts {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phoneTyped: string;
  readonly language: string | null;
  readonly birthYear: number | null;
  readonly timeZone: string;
  readonly source: LeadSource;
}

/** The fact as it is kept, and as an edit names what it began from. */
export function leadFactText(lead: LeadFacts, name: LeadFactName): string {
  if (name === "phone") return lead.phoneTyped;
  return String(lead[name] ?? "");
}

const formFields = {
  firstName: "first_name",
  lastName: "last_name",
  email: "email",
  phone: "phone",
  birthYear: "birth_year",
} as const satisfies Partial<Record<LeadFactName, TypedField>>;

export type CheckedFact = { ok: true; text: string } | { ok: false; sentence: string };

/** What will be kept of what was typed, or what is wrong with it. */
export function checkLeadFact(name: LeadFactName, typed: string, today: Date): CheckedFact {
  const line = cleanLine(typed);
  const fine = (text: string): CheckedFact => ({ ok: true, text });
  const wrong = (sentence: string): CheckedFact => ({ ok: false, sentence });
  switch (name) {
    case "firstName":
    case "lastName":
    case "email":
    case "phone":
    case "birthYear": {
      const problem = problemOf(formFields[name], line, today);
      if (problem) return wrong(problemSentence(name, problem));
      return fine(name === "birthYear" ? String(readBirthYear(line, today) ?? "") : line);
    }
    case "language": {
      if (line === "") return fine("");
      const tag = readLanguage(line);
      return tag === undefined
        ? wrong("This is no language that is known here. Pick one of the list.")
        : fine(tag);
    }
    case "timeZone":
      return isTimeZone(line)
        ? fine(line)
        : wrong("This is no time zone. Pick the one of the nearest large city.");
    case "source": {
      const source = leadSources.find((each) => each === line);
      return source ? fine(source) : wrong("Pick one of the ways in which a lead comes.");
    }
  }
}

function problemSentence(name: keyof typeof formFields, problem: SubmissionProblem): string {
  const label = leadFactLabels[name].toLowerCase();
  switch (problem) {
    case "missing":
      return `A lead needs ${name === "email" ? "an e-mail address" : `a ${label}`}. Type it, or press Esc to keep the one from before.`;
    case "too_long":
      return "This is longer than can be kept. Shorten it.";
    case "not_an_email":
      return "This is no e-mail address. It looks like name@example.org.";
    case "too_few_digits":
      return "This is no phone number: it has fewer than five digits.";
    default:
      return "Write the year in four digits, such as 1968.";
  }
}
