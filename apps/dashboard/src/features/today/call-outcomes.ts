// The outcomes of a call that Today offers, one key each, in the order of the day.
import {
  type ContactOutcome,
  contactOutcomeLabels,
} from "@studydesk/domain/contact/contact-attempt";
import { dayAndTimeWords } from "../../lib/time-words";
import type { NextLead } from "./lead-types";

export interface CallOutcome {
  outcome: ContactOutcome;
  key: string;
  label: string;
  /**
   * What the key does: `log` and bring the next lead; `stay` with this one, since something is to be
   * decided now; `ask` when; `twice`, since it cannot be taken back.
   */
  manner: "log" | "stay" | "ask" | "twice";
}

export const callOutcomes: readonly CallOutcome[] = [
  offer("reached", "r", "stay"),
  offer("no_answer", "n", "log"),
  offer("left_voicemail", "v", "log"),
  offer("busy", "b", "log"),
  offer("callback_requested", "c", "ask", "Call back later"),
  offer("wrong_number", "w", "stay"),
  offer("do_not_contact", "d", "twice", "Do not contact"),
];

function offer(
  outcome: ContactOutcome,
  key: string,
  manner: CallOutcome["manner"],
  label = contactOutcomeLabels[outcome],
): CallOutcome {
  return { outcome, key, label, manner };
}

/** What follows from an outcome, below its name on the button. */
export function consequence(
  { outcome, manner }: CallOutcome,
  nextTries: NextLead["nextTries"],
  now: Date,
): string {
  if (manner === "twice") return "they asked for it; final";
  if (manner === "ask") return "they asked for it; say when";
  const next = nextTries[outcome];
  if (next) return `next try ${dayAndTimeWords(next, now)}`;
  if (manner === "log") return "sets the next try";
  return outcome === "reached" ? "then what they said" : "then what to do";
}
