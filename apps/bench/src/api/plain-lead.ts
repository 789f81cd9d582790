// What the two comparison servers answer for a lead: the very fields of a row of Studydesk's inbox.
import type { LeadRow } from "@studydesk/api/leads/lead-view";

/** Without the two fields that are made of others. */
export type StoredLead = Omit<LeadRow, "doNotContact" | "isPastPromise"> & {
  doNotContact: number;
  promiseHours: number;
};

export function toPlainRow(stored: StoredLead, now: number): LeadRow {
  const { promiseHours, ...lead } = stored;
  return {
    ...lead,
    doNotContact: lead.doNotContact === 1,
    isPastPromise:
      ["new", "contacting", "pre_screening"].includes(lead.status) &&
      lead.firstContactAt === null &&
      lead.createdAt < new Date(now - promiseHours * 3_600_000).toISOString(),
  };
}

export interface NewPlainLead {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
}
