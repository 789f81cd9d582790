// How far a lead's questions are: one row a lead, made anew from its answers.
import type { Db } from "../open-database";
import type { Row } from "../schema";

export type StoredScreening = Row<"screenings">;

/** Undefined: nothing was asked yet. */
export async function findScreening(db: Db, leadId: number): Promise<StoredScreening | undefined> {
  return db.selectFrom("screenings").selectAll().where("leadId", "=", leadId).executeTakeFirst();
}
