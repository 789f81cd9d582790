// Work that one process at a time does: whoever holds the lease. A holder that crashed holds it no
// longer than until its end.
import type { Db } from "./open-database";

/** Takes the lease, or makes one's own last longer; false while somebody else holds it. */
export async function takeLease(
  db: Db,
  lease: { name: string; owner: string; now: Date; ms: number },
): Promise<boolean> {
  const now = lease.now.toISOString();
  const held = {
    heldBy: lease.owner,
    until: new Date(lease.now.getTime() + lease.ms).toISOString(),
  };
  const row = await db
    .insertInto("leases")
    .values({ name: lease.name, ...held })
    .onConflict((oc) =>
      oc
        .column("name")
        .doUpdateSet(held)
        .where((eb) =>
          eb.or([eb("leases.heldBy", "=", lease.owner), eb("leases.until", "<=", now)]),
        ),
    )
    .returning("name")
    .executeTakeFirst();
  return row !== undefined;
}

/** Frees the lease for the next one; nothing happens when somebody else holds it by now. */
export async function releaseLease(db: Db, lease: { name: string; owner: string }): Promise<void> {
  await db
    .deleteFrom("leases")
    .where("name", "=", lease.name)
    .where("heldBy", "=", lease.owner)
    .execute();
}
