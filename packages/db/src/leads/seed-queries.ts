// Bulk writing of made-up leads whose ids are known beforehand: thousands of rows a second, and the
// next real row gets the next free id.
import type { LeadStatus } from "@studydesk/domain/leads/lead-status";
import { sql } from "kysely";
import { engineOf } from "../dialect";
import type { Db } from "../open-database";
import type { NewRow } from "../schema";

/** Tables whose rows other made-up rows refer to by id. */
const numbered = [
  "leads",
  "submissions",
  "contactAttempts",
  "activities",
  "answers",
  "reviews",
  "visits",
] as const;
type NumberedTable = (typeof numbered)[number];
type SeededTable = NumberedTable | "consents" | "screenings" | "signatures";

/** The highest id given out so far in each of them. */
export async function findHighestIds(db: Db): Promise<Record<NumberedTable, number>> {
  const highest: Record<NumberedTable, number> = {
    ...{ leads: 0, submissions: 0, contactAttempts: 0, activities: 0 },
    ...{ answers: 0, reviews: 0, visits: 0 },
  };
  for (const table of numbered) {
    const row = await db
      .selectFrom(table)
      .select((eb) => eb.fn.max("id").as("id"))
      .executeTakeFirst();
    highest[table] = row?.id ?? 0;
  }
  return highest;
}

/** Inserts in portions that both engines take in one statement. */
export async function insertMany<T extends SeededTable>(
  trx: Db,
  table: T,
  rows: readonly NewRow<T>[],
): Promise<void> {
  const portion = 250;
  for (let start = 0; start < rows.length; start += portion) {
    await trx
      .insertInto<SeededTable>(table)
      .values(rows.slice(start, start + portion))
      .execute();
  }
}

/** Once both are there: they point to each other. */
export async function pointToReviews(
  trx: Db,
  leads: readonly { id: number; reviewId: number }[],
): Promise<void> {
  for (const { id, reviewId } of leads) {
    await trx.updateTable("leads").set({ reviewId }).where("id", "=", id).execute();
  }
}

/** PostgreSQL does not notice ids that were given by hand; SQLite does. */
export async function continueIdsAfterSeeding(trx: Db): Promise<void> {
  if (engineOf(trx) === "sqlite") return;
  for (const table of numbered) {
    await sql`select setval(pg_get_serial_sequence(${`"${table}"`}, 'id'), greatest((select max(id) from ${sql.table(table)}), 1))`.execute(
      trx,
    );
  }
}

/** What people who are looked after by one person wrote, the newest first. */
export async function listWrittenMessages(
  db: Db,
  { ownerId, statuses, limit }: { ownerId: string; statuses: readonly LeadStatus[]; limit: number },
): Promise<{ leadId: number; submissionId: number; message: string }[]> {
  const rows = await db
    .selectFrom("submissions")
    .innerJoin("leads", "leads.id", "submissions.leadId")
    .select(["leads.id as leadId", "submissions.id as submissionId", "submissions.message"])
    .where("leads.ownerId", "=", ownerId)
    .where("leads.status", "in", statuses)
    .where("submissions.message", "is not", null)
    .orderBy("leads.createdAt", "desc")
    .orderBy("leads.id", "desc")
    .limit(limit)
    .execute();
  return rows.flatMap(({ message, ...at }) => (message === null ? [] : [{ ...at, message }]));
}
