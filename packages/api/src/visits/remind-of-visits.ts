// One round of reminders of visits: a mail to each person whose visit is a day away. That they were reminded is
// written with the mail, or neither is; what was moved or called off meanwhile is left alone.
import { findLead } from "@studydesk/db/leads/lead-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { findPerson } from "@studydesk/db/people/person-queries";
import {
  listUnremindedVisits,
  takeVisitReminder,
  type UnremindedVisit,
} from "@studydesk/db/visits/visit-queries";
import { visitReminderSpan, wantsReminder } from "@studydesk/domain/visits/visit-reminder";
import { visitStatuses } from "@studydesk/domain/visits/visit-states";
import type { Deps } from "../deps";
import { mailVisit, mayWriteTo } from "./mail-visit";

const atOnce = 500;

/** Gives how many mails were queued; call `mailQueued` and announce when there were any. */
export async function remindOfVisits(
  { db, now, baseUrl }: Pick<Deps, "db" | "now" | "baseUrl">,
  isStopping: () => boolean = () => false,
): Promise<number> {
  const visits = await listUnremindedVisits(db, { ...visitReminderSpan(now()), limit: atOnce });
  let queued = 0;
  for (const visit of visits.filter(wantsReminder)) {
    if (isStopping()) break;
    const isQueued = await inTransaction(db, (trx) => remind(trx, visit, { now: now(), baseUrl }));
    if (isQueued) queued += 1;
  }
  return queued;
}

async function remind(
  trx: Db,
  visit: UnremindedVisit,
  work: { now: Date; baseUrl: string },
): Promise<boolean> {
  const lead = await findLead(trx, [visit.siteId], visit.leadId);
  if (!lead || !visitStatuses.includes(lead.status) || lead.email === "") return false;
  const writer = await findPerson(trx, lead.ownerId ?? visit.createdBy);
  if (!writer || !(await mayWriteTo(trx, lead, work.now))) return false;
  if (!(await takeVisitReminder(trx, visit, work.now.toISOString()))) return false;
  return (await mailVisit(trx, { lead, visit, news: "reminder", writer }, work)) === "queued";
}
