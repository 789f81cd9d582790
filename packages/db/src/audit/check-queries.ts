// Checks of the audit chain that somebody asked for: how far one is, and what the last one found.
import type { Db } from "../open-database";
import type { Row } from "../schema";

export type AuditCheck = Row<"auditChecks">;

export async function addAuditCheck(
  trx: Db,
  check: { byUserId: string; at: string; total: number },
): Promise<void> {
  const { byUserId, at, total } = check;
  await trx
    .insertInto("auditChecks")
    .values({ byUserId, startedAt: at, seenAt: at, total })
    .execute();
}

export function findNewestCheck(db: Db): Promise<AuditCheck | undefined> {
  return db.selectFrom("auditChecks").selectAll().orderBy("id", "desc").limit(1).executeTakeFirst();
}

/** The newest one that came to an end. */
export function findEndedCheck(db: Db): Promise<AuditCheck | undefined> {
  return db
    .selectFrom("auditChecks")
    .selectAll()
    .where("endedAt", "is not", null)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function updateAuditCheck(
  db: Db,
  id: number,
  changes: Pick<AuditCheck, "seenAt" | "checked"> &
    Partial<Pick<AuditCheck, "endedAt" | "problem" | "brokenSequence">>,
): Promise<void> {
  await db.updateTable("auditChecks").set(changes).where("id", "=", id).execute();
}
