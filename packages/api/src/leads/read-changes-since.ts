// Who changed what of a lead since the version that somebody has on the screen: in closed words, never
// what it says now; the screen has that from the lead itself.
import { listColumnsWritten } from "@studydesk/db/leads/lead-change-queries";
import type { LeadChanges } from "@studydesk/db/leads/lead-queries";
import { type LeadPart, leadParts } from "@studydesk/domain/leads/lead-parts";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { getLead } from "./save-lead";

export interface ChangeSince {
  version: number;
  at: string;
  byMe: boolean;
  /** Null: the person themselves, or somebody who left. */
  byName: string | null;
  parts: LeadPart[];
}

const partOfColumn: Partial<Record<keyof LeadChanges, LeadPart>> = {
  firstName: "firstName",
  lastName: "lastName",
  email: "email",
  phoneTyped: "phone",
  language: "language",
  birthYear: "birthYear",
  timeZone: "timeZone",
  source: "source",
  status: "status",
  ownerId: "owner",
  followUpAt: "followUp",
  followUpNote: "followUp",
  attemptCount: "attempts",
  doNotContact: "doNotContact",
  contactChannel: "wishes",
  contactHours: "wishes",
  screeningNumber: "screeningNumber",
};
const parts: ReadonlyMap<string, LeadPart> = new Map(Object.entries(partOfColumn));

/** Oldest first. Throws not_found. */
export async function readChangesSince(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
  { leadId, version }: { leadId: number; version: number },
): Promise<ChangeSince[]> {
  const lead = await getLead(db, viewer, leadId);
  const steps = await listColumnsWritten(db, lead.id, version);
  return steps.map(({ byUserId, columns, ...step }) => {
    const written = new Set(columns.map((column) => parts.get(column)));
    return {
      ...step,
      byMe: byUserId === viewer.userId,
      parts: leadParts.filter((part) => written.has(part)),
    };
  });
}
