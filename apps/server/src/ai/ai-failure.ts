// Why no draft came, as a sentence for whoever asked, and whether asking again soon may help.
import { DomainError } from "@studydesk/domain/errors";
import { APICallError } from "ai";
import { AnswerTooLong } from "./limit-answer";
import { noDraft, tooLong } from "./read-draft";

export interface AiFailure {
  error: DomainError;
  /** Undefined: asking again would end alike. */
  retry: { afterMs: number | undefined } | undefined;
  status: number | undefined;
}

const askOwner = "Write the text by hand, or ask the owner to look at";

export function aiFailureOf(error: unknown): AiFailure {
  if (error instanceof DomainError) return { error, retry: undefined, status: undefined };
  if (isTooLong(error)) return { error: tooLong(), retry: undefined, status: undefined };
  if (!APICallError.isInstance(error)) {
    return { error: notUnderstood(), retry: undefined, status: undefined };
  }
  const status = error.statusCode;
  const afterMs = retryAfterMs(error.responseHeaders?.["retry-after"]);
  if (status === undefined) return { error: notReached(), retry: { afterMs: undefined }, status };
  if (status === 429) return { error: tooOften(afterMs), retry: { afterMs }, status };
  if (status >= 500) {
    const what = `The AI server is out of order (${status}) and was asked more than once.`;
    return { error: noDraft("ai_out_of_order", what), retry: { afterMs }, status };
  }
  return { error: refusalOf(status), retry: undefined, status };
}

function refusalOf(status: number): DomainError {
  if (status === 401 || status === 403) {
    const what = `The AI server does not take the key (${status}).`;
    return noDraft("ai_refused", what, `${askOwner} AI_KEY_FILE.`);
  }
  if (status === 404) {
    const what = "The AI server does not know this address or model (404).";
    return noDraft("ai_refused", what, `${askOwner} AI_BASE_URL and AI_MODEL.`);
  }
  if (status >= 400) {
    const what = `The AI server refused the request (${status}).`;
    return noDraft("ai_refused", what, `${askOwner} AI_BASE_URL and AI_MODEL.`);
  }
  return notUnderstood();
}

function notUnderstood(): DomainError {
  const what = "The AI server answered with something that is no answer.";
  return noDraft("ai_not_understood", what, `${askOwner} AI_BASE_URL.`);
}

function notReached(): DomainError {
  const what = "The AI server was not reached.";
  return noDraft(
    "ai_not_reached",
    what,
    `Try again in a minute. If it stays, ask the owner to look at AI_BASE_URL.`,
  );
}

function tooOften(afterMs: number | undefined): DomainError {
  const seconds = afterMs === undefined ? 60 : Math.max(1, Math.ceil(afterMs / 1000));
  return new DomainError(
    "rate_limited",
    `The AI server is asked too often. Nothing was changed. Try again in ${inWords(seconds)}, or write the text by hand.`,
    { reason: "ai_too_often", details: { retryAfterSeconds: seconds } },
  );
}

function inWords(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  if (seconds < 5400) return `${Math.ceil(seconds / 60)} minutes`;
  return `${Math.ceil(seconds / 3600)} hours`;
}

/** Seconds or a date, as the header has it; undefined when it says nothing. */
function retryAfterMs(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const ms = /^\d+$/.test(given) ? Number(given) * 1000 : Date.parse(given) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(ms, 0);
}

function isTooLong(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AnswerTooLong) return true;
  }
  return false;
}
