// Private links: who holds one's token is taken for the person themselves. Unknown, expired and revoked
// ones are not told apart, and an erased lead has none.
import { activitySchema } from "@studydesk/domain/leads/activity";
import { type LeadRecord, selectLeads, toLeadRecord } from "../leads/lead-record";
import type { Db } from "../open-database";
import type { NewRow } from "../schema";

export async function addStatusLink(trx: Db, link: NewRow<"statusLinks">): Promise<void> {
  await trx.insertInto("statusLinks").values(link).execute();
}

/** Undefined: no link of today has this token. */
export async function findLeadByStatusLink(
  db: Db,
  tokenSha256: string,
  now: string,
): Promise<LeadRecord | undefined> {
  const row = await selectLeads(db)
    .innerJoin("statusLinks", "statusLinks.leadId", "leads.id")
    .where("statusLinks.tokenSha256", "=", tokenSha256)
    .where("statusLinks.revokedAt", "is", null)
    .where("statusLinks.expiresAt", ">", now)
    .where("leads.erasedAt", "is", null)
    .executeTakeFirst();
  return row && toLeadRecord(row);
}

export async function revokeStatusLinks(trx: Db, leadId: number, at: string): Promise<void> {
  await trx
    .updateTable("statusLinks")
    .set({ revokedAt: at })
    .where("leadId", "=", leadId)
    .where("revokedAt", "is", null)
    .execute();
}

/**
 * Everything that somebody with this address asked for, newest first. None of it is erased before this
 * transaction ends: what it writes to the address is there to be erased, too.
 */
export async function holdLeadsOfPerson(
  trx: Db,
  emailFolded: string,
  limit: number,
): Promise<LeadRecord[]> {
  await trx
    .updateTable("leads")
    .set((eb) => ({ version: eb.ref("version") }))
    .where("emailFolded", "=", emailFolded)
    .execute();
  const rows = await selectLeads(trx)
    .where("leads.emailFolded", "=", emailFolded)
    .where("leads.erasedAt", "is", null)
    .orderBy("leads.id", "desc")
    .limit(limit)
    .execute();
  return rows.map(toLeadRecord);
}

/** When the lead came to questions about the study for the first time. */
export async function findQuestionsSince(db: Db, leadId: number): Promise<string | null> {
  const rows = await db
    .selectFrom("activities")
    .select(["at", "data"])
    .where("leadId", "=", leadId)
    .where("kind", "=", "status_changed")
    .orderBy("id")
    .execute();
  const first = rows.find(({ data }) => {
    const activity = activitySchema.parse(JSON.parse(data));
    return activity.kind === "status_changed" && activity.to === "pre_screening";
  });
  return first?.at ?? null;
}

/** Oldest first. */
export async function listMessageTimes(db: Db, leadId: number): Promise<string[]> {
  const rows = await db
    .selectFrom("submissions")
    .select("receivedAt")
    .where("leadId", "=", leadId)
    .orderBy("id")
    .execute();
  return rows.map(({ receivedAt }) => receivedAt);
}
