// Who has which lead open: one row per lead and person, said again and again while it is true.
import type { PresenceKind } from "@studydesk/domain/presence/presence";
import type { Db } from "../open-database";
import { isWithin } from "../sites/is-within";

export interface Presence {
  leadId: number;
  userId: string;
  name: string;
  what: PresenceKind;
  seenAt: string;
}

/** What was said last, be it old by now. */
export async function findPresence(
  db: Db,
  { leadId, userId }: { leadId: number; userId: string },
): Promise<{ what: PresenceKind; seenAt: string } | undefined> {
  return db
    .selectFrom("presence")
    .select(["what", "seenAt"])
    .where("leadId", "=", leadId)
    .where("userId", "=", userId)
    .executeTakeFirst();
}

export async function savePresence(
  db: Db,
  presence: { leadId: number; userId: string; what: PresenceKind; seenAt: string },
): Promise<void> {
  const { what, seenAt } = presence;
  await db
    .insertInto("presence")
    .values(presence)
    .onConflict((oc) => oc.columns(["leadId", "userId"]).doUpdateSet({ what, seenAt }))
    .execute();
}

/** False: they were not there. */
export async function deletePresence(
  db: Db,
  { leadId, userId }: { leadId: number; userId: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("presence")
    .where("leadId", "=", leadId)
    .where("userId", "=", userId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** All screens of one person. */
export async function deletePresenceOf(trx: Db, userId: string): Promise<void> {
  await trx.deleteFrom("presence").where("userId", "=", userId).execute();
}

/** Screens that went without a word. */
export async function deletePresenceBefore(db: Db, seenAt: string): Promise<void> {
  await db.deleteFrom("presence").where("seenAt", "<", seenAt).execute();
}

/** Whoever was seen since then on leads of these sites, by name. */
export async function listPresence(
  db: Db,
  siteIds: readonly number[],
  since: string,
): Promise<Presence[]> {
  return db
    .selectFrom("presence")
    .innerJoin("leads", "leads.id", "presence.leadId")
    .innerJoin("user", "user.id", "presence.userId")
    .select(["presence.leadId", "presence.userId", "user.name", "presence.what", "presence.seenAt"])
    .where("presence.seenAt", ">=", since)
    .where(isWithin("leads.siteId", siteIds))
    .orderBy("user.name")
    .orderBy("presence.userId")
    .limit(500)
    .execute();
}
