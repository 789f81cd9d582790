// Reviews in words: how long somebody waits, how far their answers are, and what an answer says.

import type { PageAnswer, ReviewPage } from "@studydesk/domain/reviews/review-page";
import { answerLabels, evidenceSourceLabels, fits } from "@studydesk/domain/screening/answer";
import { dayAndTimeWords } from "../../lib/time-words";
import type { WaitingCandidate } from "./review-types";

/** "waiting 5 h". */
export function waitingWords(since: string, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 60_000));
  if (minutes < 1) return "just sent";
  if (minutes < 60) return `waiting ${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `waiting ${hours} h` : `waiting ${Math.floor(hours / 24)} d`;
}

/** "11 of 11", "1 unknown", "I3 fails" at a glance. */
export function progressWords({ answered, questions, unknowns, failed }: WaitingCandidate): string {
  const open = [
    ...(failed > 0 ? [`${failed} against`] : []),
    ...(unknowns > 0 ? [`${unknowns} unknown`] : []),
  ];
  return [`${answered} of ${questions}`, ...open].join(" · ");
}

/** Why it stands in the queue, where it is no first review; null: it is one. */
export function markOf(candidate: WaitingCandidate): string | null {
  if (candidate.isOvertaken) return "sign again";
  return candidate.answersQuestion ? "answered your question" : null;
}

export type AnswerTone = "good" | "bad" | "open";

export function answerTone({ kind, answer }: PageAnswer): AnswerTone {
  const speaksFor = answer === null ? null : fits(kind, answer);
  if (speaksFor === null) return "open";
  return speaksFor ? "good" : "bad";
}

export function answerWords({ answer }: PageAnswer): string {
  return answer === null ? "Not answered" : answerLabels[answer];
}

/** "“cT3 N1, letter of 2 Nov” — seen in a record · Mei Okafor, today 09:12". */
export function evidenceWords(given: PageAnswer, now: Date): string {
  const { value, evidence, source, answeredBy, answeredAt } = given;
  if (answeredAt === null) return "";
  const said = typeof value === "number" || typeof value === "string" ? [String(value)] : [];
  const quoted = evidence === null ? [] : [`“${evidence}”`];
  const from = source === null ? [] : [evidenceSourceLabels[source].toLowerCase()];
  const by = `${answeredBy ?? ""}, ${dayAndTimeWords(answeredAt, now)}`;
  return [...said, ...quoted, ...from, by].join(" · ");
}

/** Unknown ones first, then what is missing and what speaks against the person; the others by kind. */
export function sortAnswers(answers: ReviewPage["answers"]) {
  const rank = (each: PageAnswer) => (each.answer === "unknown" ? 0 : each.answer === null ? 1 : 2);
  const isFirst = (each: PageAnswer) => answerTone(each) !== "good";
  const rest = answers.filter((each) => !isFirst(each));
  return {
    first: answers.filter(isFirst).toSorted((one, other) => rank(one) - rank(other)),
    inclusion: rest.filter(({ kind }) => kind === "inclusion"),
    exclusion: rest.filter(({ kind }) => kind === "exclusion"),
  };
}

/** "60 or 61": the year of birth tells no more. */
export function ageWords(birthYear: number, now: Date): string {
  const most = now.getFullYear() - birthYear;
  return `${most - 1} or ${most} years old`;
}
