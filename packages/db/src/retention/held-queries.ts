// How much is held about one person: rows by what they are, before any of it is erased; and why it was.
import { activitySchema } from "@studydesk/domain/leads/activity";
import type { EraseReason, HeldCounts } from "@studydesk/domain/retention/erase-lead";
import { sql } from "kysely";
import type { Db } from "../open-database";
import type { Schema } from "../schema";

const tables = {
  messages: ["submissions"],
  consents: ["consents"],
  attempts: ["contactAttempts"],
  mails: ["outbox"],
  answers: ["answers"],
  reviews: ["reviews"],
  visits: ["visits"],
  notes: ["notes", "noteDrafts", "attachedNotes", "receivedNotes"],
  shares: ["shares", "noteRequests"],
  activities: ["activities"],
} as const satisfies Record<Exclude<keyof HeldCounts, "mergedLeads">, (keyof Schema)[]>;

export async function countHeld(db: Db, leadId: number): Promise<HeldCounts> {
  const count = async (named: readonly (keyof Schema)[]) => {
    const rows = named.map(
      (table) => sql`select 1 as one from ${sql.table(table)} where "leadId" = ${leadId}`,
    );
    const { rows: counted } = await sql<{ count: number | string }>`
      select count(*) as count from (${sql.join(rows, sql` union all `)}) as held`.execute(db);
    return Number(counted[0]?.count ?? 0);
  };
  const merged = await db
    .selectFrom("leads")
    .select("id")
    .where("mergedIntoId", "=", leadId)
    .execute();
  return {
    messages: await count(tables.messages),
    consents: await count(tables.consents),
    attempts: await count(tables.attempts),
    mails: await count(tables.mails),
    answers: await count(tables.answers),
    reviews: await count(tables.reviews),
    visits: await count(tables.visits),
    notes: await count(tables.notes),
    shares: await count(tables.shares),
    activities: await count(tables.activities),
    mergedLeads: merged.length,
  };
}

/** Null: it was the person themselves. */
export async function findEraseReason(db: Db, leadId: number): Promise<EraseReason | null> {
  const row = await db
    .selectFrom("activities")
    .select("data")
    .where("leadId", "=", leadId)
    .where("kind", "=", "erased")
    .orderBy("id", "desc")
    .executeTakeFirst();
  const activity = row && activitySchema.parse(JSON.parse(row.data));
  return (activity?.kind === "erased" && activity.reason) || null;
}
