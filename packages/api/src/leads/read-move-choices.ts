// What a move of a lead's status may ask for besides a reason: which criterion failed, those that speak against the
// person first; and of consent to the study the days that it can be of, and the form that was signed there last.
import { findLastFormVersion } from "@studydesk/db/leads/study-consent-queries";
import { consentDays } from "@studydesk/domain/leads/study-consent";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { readScreening } from "../screening/read-screening";
import { getLead } from "./save-lead";

export interface MoveChoices {
  criteria: { id: number; label: string; text: string; isFailing: boolean }[];
  consent: {
    /** ISO days. */
    first: string;
    last: string;
    /** Null: nobody consented there before. */
    formVersion: string | null;
  };
}

export async function readMoveChoices(
  { db, now }: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  leadId: number,
): Promise<MoveChoices> {
  const lead = await getLead(db, viewer, leadId);
  const { lines, failing } = await readScreening(db, viewer, lead);
  const failed = new Set(failing.map(({ criterionId }) => criterionId));
  const criteria = lines.map(({ criterion: { id, label, text } }) => ({
    ...{ id, label, text },
    isFailing: failed.has(id),
  }));
  return {
    criteria: criteria.toSorted((a, b) => Number(b.isFailing) - Number(a.isFailing)),
    consent: {
      ...consentDays(lead, now()),
      formVersion: (await findLastFormVersion(db, lead)) ?? null,
    },
  };
}
