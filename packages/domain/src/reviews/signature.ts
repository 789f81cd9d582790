// A signature in words and in bytes: who signed what, when and in what meaning (21 CFR 11.50), and the text
// whose digest binds all of it together (11.70).
import type { SignedDecision } from "./review";

export interface SignatureFacts {
  readonly reviewId: number;
  readonly signerId: string;
  readonly printedName: string;
  readonly meaning: string;
  /** ISO-8601 UTC. */
  readonly signedAt: string;
  /** IANA: the zone in which the time is printed. */
  readonly timeZone: string;
  readonly contentSha256: string;
  readonly answersSha256: string;
}

/** Fixed order, so that the same signature gives the same bytes anywhere. */
export function canonicalSignatureText(signature: SignatureFacts): string {
  const { reviewId, signerId, printedName, meaning, signedAt, timeZone } = signature;
  return JSON.stringify([
    ...[reviewId, signerId, printedName, meaning, signedAt, timeZone],
    ...[signature.contentSha256, signature.answersSha256],
  ]);
}

export interface Meaning {
  readonly decision: SignedDecision;
  readonly answers: number;
  readonly criteriaVersion: number;
  /** Of the criterion that failed. */
  readonly label: string | null;
}

/** As the signature says it ("I sign …"), or as the page says it before ("You sign …"). */
export function meaningWords(meaning: Meaning, who: "I" | "You" = "I"): string {
  const { decision, answers, criteriaVersion, label } = meaning;
  const reviewed = answers === 1 ? "the one answer" : `all ${answers} answers`;
  const judgement =
    decision === "eligible"
      ? "eligible for a screening visit"
      : `not eligible${label === null ? "" : ` because of ${label}`}`;
  const again = who === "I" ? "I" : "you";
  return `${who} sign as Investigator that ${again} reviewed ${reviewed}, criteria version ${criteriaVersion}, and judge this person ${judgement}.`;
}

/** "22 Nov 2026, 14:31 (UTC+8)": the time where it was signed, with its zone. */
export function zonedTimeWords(at: string, timeZone: string): string {
  const date = new Date(at);
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { ...options, timeZone });
  const day = format({ day: "numeric", month: "short", year: "numeric" }).format(date);
  const time = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(date);
  const zone = format({ timeZoneName: "shortOffset" })
    .formatToParts(date)
    .find(({ type }) => type === "timeZoneName")?.value;
  return `${day}, ${time} (${(zone ?? timeZone).replace("GMT", "UTC")})`;
}

/** What comparing a kept signature with its own digests says. */
export const signatureChecks = ["matches", "altered", "erased"] as const;
export type SignatureCheck = (typeof signatureChecks)[number];

export const signatureCheckSentences: Readonly<Record<SignatureCheck, string>> = {
  matches: "The record matches its signature.",
  altered:
    "The record does not match its signature: it was changed after it was signed. Tell whoever runs this installation, and keep a copy of the data.",
  erased: "The person was erased: who signed and when stays, what was signed is gone.",
};
