// Reminders of follow-ups: what is due and was not reminded of, who wants such mail, and the row that keeps
// two servers from writing the same twice.
import { openLeadStatuses } from "@studydesk/domain/leads/lead-status";
import type { Db } from "../open-database";
import { isWithin } from "../sites/is-within";

export interface DueFollowUp {
  leadId: number;
  siteId: number;
  ownerId: string | null;
  followUpAt: string;
}

/** Due after `from` and until `until`, not reminded of; oldest first. */
export async function listUnremindedFollowUps(
  db: Db,
  window: { from: string; until: string; limit: number },
): Promise<DueFollowUp[]> {
  return db
    .selectFrom("leads")
    .leftJoin("followUpReminders", (join) =>
      join
        .onRef("followUpReminders.leadId", "=", "leads.id")
        .onRef("followUpReminders.followUpAt", "=", "leads.followUpAt"),
    )
    .select(["leads.id as leadId", "leads.siteId", "leads.ownerId", "leads.followUpAt"])
    .where("leads.siteId", "in", (eb) => eb.selectFrom("sites").select("sites.id"))
    .where("leads.followUpAt", ">", window.from)
    .where("leads.followUpAt", "<=", window.until)
    .where("leads.status", "in", openLeadStatuses)
    .where("leads.doNotContact", "=", 0)
    .where("followUpReminders.leadId", "is", null)
    .orderBy("leads.followUpAt")
    .orderBy("leads.id")
    .limit(window.limit)
    .$narrowType<{ followUpAt: string }>()
    .execute();
}

/** Those that nobody else has taken meanwhile. */
export async function takeReminders(
  trx: Db,
  due: readonly DueFollowUp[],
  at: string,
): Promise<DueFollowUp[]> {
  if (due.length === 0) return [];
  const taken = await trx
    .insertInto("followUpReminders")
    .values(due.map(({ leadId, followUpAt }) => ({ leadId, followUpAt, at })))
    .onConflict((oc) => oc.columns(["leadId", "followUpAt"]).doNothing())
    .returning(["leadId"])
    .execute();
  const ids = new Set(taken.map(({ leadId }) => leadId));
  return due.filter(({ leadId }) => ids.has(leadId));
}

/** The addresses of those of them who want reminders. */
export async function listReminderAddresses(
  db: Db,
  userIds: readonly string[],
): Promise<{ userId: string; email: string }[]> {
  if (userIds.length === 0) return [];
  return db
    .selectFrom("user")
    .leftJoin("withoutReminders", "withoutReminders.userId", "user.id")
    .select(["user.id as userId", "user.email"])
    .where("user.id", "in", [...userIds])
    .where("withoutReminders.userId", "is", null)
    .orderBy("user.email")
    .execute();
}

/** A lead that is planned for the very same time again is not reminded of again. */
export async function deleteRemindersBefore(db: Db, at: string): Promise<void> {
  await db.deleteFrom("followUpReminders").where("at", "<", at).execute();
}

export async function wantsReminders(db: Db, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom("withoutReminders")
    .select("userId")
    .where("userId", "=", userId)
    .executeTakeFirst();
  return row === undefined;
}

export async function setWantsReminders(
  trx: Db,
  { userId, wanted, at }: { userId: string; wanted: boolean; at: string },
): Promise<void> {
  if (wanted) {
    await trx.deleteFrom("withoutReminders").where("userId", "=", userId).execute();
    return;
  }
  await trx
    .insertInto("withoutReminders")
    .values({ userId, since: at })
    .onConflict((oc) => oc.column("userId").doNothing())
    .execute();
}

export interface OwnFollowUp {
  leadId: number;
  firstName: string;
  lastName: string;
  followUpAt: string;
  followUpNote: string | null;
}

/** One's own leads whose follow-up falls due within the window, the next one first. */
export async function listOwnFollowUps(
  db: Db,
  query: { userId: string; siteIds: readonly number[]; from: string; until: string; limit: number },
): Promise<OwnFollowUp[]> {
  return db
    .selectFrom("leads")
    .select(["id as leadId", "firstName", "lastName", "followUpAt", "followUpNote"])
    .where(isWithin("siteId", query.siteIds))
    .where("ownerId", "=", query.userId)
    .where("followUpAt", ">", query.from)
    .where("followUpAt", "<=", query.until)
    .where("status", "in", openLeadStatuses)
    .where("doNotContact", "=", 0)
    .orderBy("followUpAt")
    .orderBy("id")
    .limit(query.limit)
    .$narrowType<{ followUpAt: string }>()
    .execute();
}
