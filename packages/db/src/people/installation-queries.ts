// The installation's one row: who owns it, and whether it is a demo.
import type { Db } from "../open-database";

export interface Installation {
  ownerUserId: string | null;
  isDemo: boolean;
}

/** Undefined: nobody has set it up yet. */
export async function findInstallation(db: Db): Promise<Installation | undefined> {
  const row = await db
    .selectFrom("installation")
    .select(["ownerUserId", "isDemo"])
    .executeTakeFirst();
  return row && { ownerUserId: row.ownerUserId, isDemo: row.isDemo === 1 };
}

/** Throws (see `isUniqueViolation`) when there is one. */
export async function addInstallation(
  trx: Db,
  installation: { ownerUserId: string | null; isDemo: boolean; at: string },
): Promise<void> {
  await trx
    .insertInto("installation")
    .values({
      id: 1,
      ownerUserId: installation.ownerUserId,
      isDemo: installation.isDemo ? 1 : 0,
      createdAt: installation.at,
    })
    .execute();
}
