// Work that one process at a time does: whoever holds the lease. A holder that crashed holds it no
// longer than until its end.
import type { Db } from "./open-database";

/** Further than this the clocks of two servers that run well are never apart. */
export const clocksApartMs = 3_600_000;

/** Takes the lease, or makes one's own last longer; false while somebody else holds it. */
export async function takeLease(
  db: Db,
  lease: { name: string; owner: string; now: Date; ms: number },
): Promise<boolean> {
  const now = lease.now.toISOString();
  // Nobody may hold one that long: it was taken while a clock stood far ahead.
  const tooLong = new Date(lease.now.getTime() + lease.ms + clocksApartMs).toISOString();
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
          eb.or([
            eb("leases.heldBy", "=", lease.owner),
            eb("leases.until", "<=", now),
            eb("leases.until", ">", tooLong),
          ]),
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
