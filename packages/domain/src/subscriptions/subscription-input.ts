// The sign-up for study alerts and the form of its preferences: what may be sent, what is wrong with it (a
// closed list, worded by the page), and what was typed, so that nothing is lost when it comes back.
import { z } from "zod";
import { isEmail, longestEmail } from "../leads/email-form";
import { characterCount, cleanLine, hasVisibleText } from "../leads/typed-text";
import { hasConditionWords } from "./match-condition";
import { alertRadiiKm, usualRadiusKm } from "./subscription";

/** The form's own fields, in the order of the page. */
export const alertFields = ["condition", "place", "radius", "email"] as const;
export type AlertField = (typeof alertFields)[number];

export type AlertProblem =
  | "missing"
  | "too_long"
  | "not_an_email"
  | "no_words"
  | "unknown_place"
  | "which_place"
  | "known_already";
export type AlertProblems = Partial<Record<AlertField, AlertProblem>>;

const longestCondition = 200;
const longestPlace = 100;
/** A field that people never see; whoever fills it in is a program. */
export const alertHoneypot = "topic";
/** Carries the town that was chosen where several bear the name. */
export const placeChoiceField = "place_choice";

/** As typed, cleaned of control characters only: what a page shows again. */
export type TypedAlert = Readonly<Record<AlertField, string>> & {
  readonly placeChoice: string;
  readonly language: string;
  readonly honeypot: string;
};

/** Reads a urlencoded body; a field sent twice counts once, an unknown one not at all. */
export function readTypedAlert(body: unknown): TypedAlert {
  const fields = z
    .record(z.string(), z.unknown())
    .catch({})
    .parse(body ?? {});
  const line = (name: string) => {
    const sent = fields[name];
    const first: unknown = Array.isArray(sent) ? sent[0] : sent;
    return typeof first === "string" ? cleanLine(first) : "";
  };
  return {
    condition: line("condition"),
    place: line("place"),
    radius: line("radius"),
    email: line("email"),
    placeChoice: line(placeChoiceField),
    language: line("language"),
    honeypot: line(alertHoneypot),
  };
}

export const emptyAlert: TypedAlert = readTypedAlert({ radius: String(usualRadiusKm) });

export interface CheckedWish {
  /** Null: any. */
  condition: string | null;
  /** The town's name as typed; null: anywhere. */
  place: string | null;
  radiusKm: number;
}

/** The wish without its town, which is looked up by the caller, and what is wrong with its fields. */
export function checkWish(typed: TypedAlert): { wish: CheckedWish; problems: AlertProblems } {
  const problems: AlertProblems = {};
  const condition = hasVisibleText(typed.condition) ? typed.condition : null;
  if (condition !== null) {
    if (characterCount(condition) > longestCondition) problems.condition = "too_long";
    else if (!hasConditionWords(condition)) problems.condition = "no_words";
  }
  const place = hasVisibleText(typed.place) ? typed.place : null;
  if (place !== null && characterCount(place) > longestPlace) problems.place = "too_long";
  const radiusKm = alertRadiiKm.find((km) => String(km) === typed.radius) ?? usualRadiusKm;
  return { wish: { condition, place, radiusKm }, problems };
}

/** What is wrong with the part of the form that only the sign-up has. */
export function checkSignUp(typed: TypedAlert): AlertProblems {
  const problems: AlertProblems = {};
  if (!hasVisibleText(typed.email)) problems.email = "missing";
  else if (!isEmail(typed.email)) problems.email = "not_an_email";
  else if (characterCount(typed.email) > longestEmail) problems.email = "too_long";
  return problems;
}
