// The one place where leads come in other than by the form: each with what it came with, its consent and
// the first line of its timeline. Whatever has to look at new leads, such as the search for duplicates, is
// called from here. Audit and event are the caller's, for all of them together.
import { lockByName } from "@studydesk/db/dialect";
import { insertLeads, type LeadToInsert } from "@studydesk/db/leads/insert-queries";
import type { Db } from "@studydesk/db/open-database";
import type { Activity } from "@studydesk/domain/leads/activity";
import { sortNameOf } from "@studydesk/domain/leads/fold-name";
import type { LeadSource } from "@studydesk/domain/leads/lead-source";
import type { LeadStatus } from "@studydesk/domain/leads/lead-status";
import type { StatusReason } from "@studydesk/domain/leads/status-reasons";

export interface LeadToBring {
  studyId: number;
  siteId: number;
  firstName: string;
  lastName: string;
  email: string;
  emailFolded: string;
  phone: string | null;
  phoneTyped: string;
  timeZone: string;
  language: string | null;
  birthYear: number | null;
  message: string | null;
  createdAt: string;
  status: LeadStatus;
  statusReason: StatusReason | null;
  ownerId: string | null;
  source: LeadSource;
  consent: { consentTextId: number; givenAt: string };
  activity: Activity;
  importId?: number;
  importRow?: number;
}

/** Leads of a study site come in one after the other, so that who is here already can be asked. */
export function lockIncomingLeads(
  trx: Db,
  { studyId, siteId }: Pick<LeadToBring, "studyId" | "siteId">,
): Promise<void> {
  return lockByName(trx, `import ${studyId} ${siteId}`);
}

/** Gives their ids in the same order. */
export async function bringLeads(
  trx: Db,
  leads: readonly LeadToBring[],
  by: { userId: string; at: string },
): Promise<number[]> {
  return insertLeads(
    trx,
    leads.map((lead) => toRows(lead, by)),
  );
}

function toRows(lead: LeadToBring, { userId, at }: { userId: string; at: string }): LeadToInsert {
  const { consent, activity, message, ...columns } = lead;
  const { firstName, lastName, email, language, birthYear, createdAt } = lead;
  return {
    lead: {
      ...columns,
      statusSince: createdAt,
      sortName: sortNameOf(firstName, lastName),
    },
    submission: {
      ...{ firstName, lastName, email, language, message, birthYear },
      phone: lead.phoneTyped,
      receivedAt: createdAt,
    },
    consent,
    activity,
    at,
    byUserId: userId,
  };
}
