// Visits of leads at their sites.
import type { Db } from "../open-database";
import type { Row } from "../schema";

export type StoredVisit = Row<"visits">;

/** The planned visit that comes first; one that should have been yesterday still waits to be told of. */
export async function findNextVisit(db: Db, leadId: number): Promise<StoredVisit | undefined> {
  return db
    .selectFrom("visits")
    .selectAll()
    .where("leadId", "=", leadId)
    .where("state", "=", "planned")
    .orderBy("startsAt")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
}
