// One round of reminders: follow-ups that fell due become one mail to each person they concern, with numbers
// and links alone. That they were reminded of is written with the mail, or neither is.
import { listAssignees } from "@studydesk/db/leads/lead-details-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { enqueueMail } from "@studydesk/db/outbox/outbox-queries";
import {
  type DueFollowUp,
  listReminderAddresses,
  listUnremindedFollowUps,
  takeReminders,
} from "@studydesk/db/reminders/reminder-queries";
import { remindedPeople, reminderWindow } from "@studydesk/domain/reminders/reminder-times";
import { renderMail } from "@studydesk/mail/render-mail";
import { followUpReminder } from "@studydesk/mail/templates/follow-up-reminder";
import type { Deps } from "../deps";

const atOnce = 500;

/** Gives how many mails were queued; call `mailQueued` and announce when there were any. */
export async function queueReminders(
  { db, now, baseUrl }: Pick<Deps, "db" | "now" | "baseUrl">,
  isStopping: () => boolean = () => false,
): Promise<number> {
  let queued = 0;
  while (!isStopping()) {
    const due = await listUnremindedFollowUps(db, { ...reminderWindow(now()), limit: atOnce });
    if (due.length === 0) break;
    queued += await inTransaction(db, async (trx) => {
      const at = now().toISOString();
      return remind(trx, await takeReminders(trx, due, at), { at, baseUrl });
    });
  }
  return queued;
}

async function remind(
  trx: Db,
  due: readonly DueFollowUp[],
  { at, baseUrl }: { at: string; baseUrl: string },
): Promise<number> {
  const dueOf = new Map<string, DueFollowUp[]>();
  for (const [siteId, ofSite] of Map.groupBy(due, (each) => each.siteId)) {
    const team = await listAssignees(trx, siteId);
    for (const each of ofSite) {
      for (const userId of remindedPeople(each.ownerId, team)) {
        dueOf.set(userId, [...(dueOf.get(userId) ?? []), each]);
      }
    }
  }
  const addresses = await listReminderAddresses(trx, [...dueOf.keys()]);
  for (const { userId, email } of addresses) {
    const own = dueOf.get(userId) ?? [];
    const siteIds = [...new Set(own.map(({ siteId }) => siteId))];
    const mail = followUpReminder({
      leads: own.map(({ leadId }) => ({
        leadNumber: leadId,
        leadUrl: `${baseUrl}/desk/leads/${leadId}`,
      })),
      dueUrl: `${baseUrl}/desk/inbox?view=due`,
      settingsUrl: `${baseUrl}/desk/account`,
    });
    await enqueueMail(trx, {
      kind: "follow_up_reminder",
      siteId: siteIds.length === 1 ? (siteIds[0] ?? null) : null,
      leadId: null,
      to: email,
      at,
      baseUrl,
      ...renderMail(mail),
    });
  }
  return addresses.length;
}
