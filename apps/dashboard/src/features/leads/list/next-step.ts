// What somebody has to do next on a lead, and how long the person has been waiting, in a cell's few words.
import { type LeadStatus, openLeadStatuses } from "@studydesk/domain/leads/lead-status";
import { dateWords, dayAndTimeWords } from "../../../lib/time-words";
import type { LeadRow } from "../lead-types";

export interface CellWords {
  readonly words: string;
  readonly tone: "plain" | "late" | "quiet";
  /** The moment behind the words, ISO-8601; shown on hover. */
  readonly at?: string;
}

const hour = 3_600_000;
const nothing: CellWords = { words: "—", tone: "quiet" };

/** Where no follow-up says more: what each status waits for. */
const laterSteps: Readonly<Partial<Record<LeadStatus, CellWords>>> = {
  pre_screening: { words: "Ask the questions", tone: "plain" },
  investigator_review: { words: "The investigator decides", tone: "quiet" },
  visit_scheduled: { words: "Plan the visit", tone: "plain" },
  in_screening: { words: "Being screened", tone: "quiet" },
};

type ForNextStep = Pick<
  LeadRow,
  "status" | "followUpAt" | "followUpNote" | "attemptCount" | "doNotContact" | "erasedAt"
>;

export function nextStep(lead: ForNextStep, now: Date): CellWords {
  if (lead.erasedAt !== null) {
    return { words: `Erased ${dateWords(lead.erasedAt, now)}`, tone: "quiet", at: lead.erasedAt };
  }
  if (lead.doNotContact) return { words: "Do not contact", tone: "late" };
  if (lead.status === "invalid") return nothing;
  if (lead.followUpAt !== null) {
    const isDue = Date.parse(lead.followUpAt) <= now.getTime();
    const time = dayAndTimeWords(lead.followUpAt, now);
    const words = isDue ? `Due ${time.replace(/^today /, "")}` : capital(time);
    const note = lead.followUpNote ? ` — ${lead.followUpNote}` : "";
    return { words: words + note, tone: isDue ? "late" : "plain", at: lead.followUpAt };
  }
  if (!openLeadStatuses.includes(lead.status)) return nothing;
  const later = laterSteps[lead.status];
  if (later) return later;
  if (lead.attemptCount === 0) return { words: "Call first", tone: "plain" };
  return { words: "No follow-up", tone: "quiet" };
}

type ForWaiting = Pick<LeadRow, "status" | "statusSince" | "isPastPromise">;

/**
 * How long an open lead has stood where it stands: what the list's order "waiting" goes by. Past the
 * site's promise it says so; a step of a moment ago is no wait, the missing contact is.
 */
export function waiting(lead: ForWaiting, now: Date): CellWords {
  if (!openLeadStatuses.includes(lead.status)) return nothing;
  const ms = now.getTime() - Date.parse(lead.statusSince);
  const at = lead.statusSince;
  if (!lead.isPastPromise) return { words: spanWords(ms), tone: "plain", at };
  return { words: ms < hour ? "Late" : `${spanWords(ms)} · late`, tone: "late", at };
}

/** "12 min", "26 h", "3 d". */
function spanWords(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} d`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
