// Subscriptions to study alerts: from a sign-up nobody has confirmed, to an active one, to its end. The
// address stands here alone; whoever ends or erases is found by it.
import { lockByName } from "../dialect";
import type { Db } from "../open-database";
import type { NewRow, Row, RowChanges } from "../schema";

const alertMail = ["alert_confirmation", "study_alert"] as const;

export type Subscription = Row<"subscriptions">;

/** Alerts are written, and addresses forgotten, one after the other. */
export async function lockAlerts(trx: Db): Promise<void> {
  await lockByName(trx, "study alerts");
}

/** Makes one that waits for its confirmation. */
export async function addSubscription(
  trx: Db,
  subscription: Omit<NewRow<"subscriptions">, "status">,
): Promise<number> {
  const { id } = await trx
    .insertInto("subscriptions")
    .values({ ...subscription, status: "pending" })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function findSubscription(db: Db, id: number): Promise<Subscription | undefined> {
  return db.selectFrom("subscriptions").selectAll().where("id", "=", id).executeTakeFirst();
}

export async function findSubscriptionByToken(
  db: Db,
  confirmSha256: string,
): Promise<Subscription | undefined> {
  return db
    .selectFrom("subscriptions")
    .selectAll()
    .where("confirmSha256", "=", confirmSha256)
    .executeTakeFirst();
}

/** The active one of this address for the same condition and place. */
export async function findActiveFor(
  db: Db,
  wish: Pick<Subscription, "emailFolded" | "conditionFolded" | "placeKey">,
): Promise<Subscription | undefined> {
  return db
    .selectFrom("subscriptions")
    .selectAll()
    .where("status", "=", "active")
    .where("emailFolded", "=", wish.emailFolded)
    .where("conditionFolded", "=", wish.conditionFolded)
    .where("placeKey", "=", wish.placeKey)
    .executeTakeFirst();
}

/** Active ones of these addresses, oldest first. */
export async function listActiveSubscriptions(
  db: Db,
  emailsFolded: readonly string[],
): Promise<Subscription[]> {
  if (emailsFolded.length === 0) return [];
  return db
    .selectFrom("subscriptions")
    .selectAll()
    .where("status", "=", "active")
    .where("emailFolded", "in", emailsFolded)
    .orderBy("id")
    .execute();
}

/** From now on it counts: openings up to `lastOpeningId` are not told any more. */
export async function confirmSubscription(
  trx: Db,
  id: number,
  confirmed: { at: string; consentVersion: number; lastOpeningId: number },
): Promise<void> {
  const { at, ...rest } = confirmed;
  await trx
    .updateTable("subscriptions")
    .set({ status: "active", confirmedAt: at, ...rest })
    .where("id", "=", id)
    .where("status", "=", "pending")
    .execute();
}

export async function changeSubscription(
  trx: Db,
  id: number,
  changes: RowChanges<"subscriptions">,
): Promise<void> {
  await trx.updateTable("subscriptions").set(changes).where("id", "=", id).execute();
}

/** Ends what is active among these; gives the ids of what ended now. */
export async function endSubscriptions(
  trx: Db,
  which: { id: number } | { emailFolded: string },
  at: string,
): Promise<number[]> {
  const rows = await trx
    .updateTable("subscriptions")
    .set({ status: "ended", endedAt: at })
    .where("status", "=", "active")
    .where((eb) =>
      "id" in which ? eb("id", "=", which.id) : eb("emailFolded", "=", which.emailFolded),
    )
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Forgets an address: its subscriptions of any state, and the mail about them, sent or not. Gives how many
 * subscriptions there were.
 */
export async function eraseSubscriptions(trx: Db, emailFolded: string): Promise<number> {
  // Whoever writes alerts just now is waited for, or its mail would come after this.
  await lockAlerts(trx);
  const erased = await trx
    .deleteFrom("subscriptions")
    .where("emailFolded", "=", emailFolded)
    .returning("email")
    .execute();
  const addresses = [...new Set([emailFolded, ...erased.map(({ email }) => email)])];
  await trx
    .deleteFrom("outbox")
    .where("kind", "in", alertMail)
    .where((eb) =>
      eb.or([
        eb("toAddress", "in", addresses),
        eb(eb.fn("lower", ["toAddress"]), "=", emailFolded),
      ]),
    )
    .execute();
  return erased.length;
}

/** Drops sign-ups that were never confirmed, what ended long ago, and the addresses of mail as old as that. */
export async function purgeSubscriptions(
  db: Db,
  before: { createdAt: string; endedAt: string },
): Promise<void> {
  await db
    .deleteFrom("subscriptions")
    .where((eb) =>
      eb.or([
        eb("status", "=", "pending").and("createdAt", "<", before.createdAt),
        eb("status", "=", "ended").and("endedAt", "<", before.endedAt),
      ]),
    )
    .execute();
  await db
    .deleteFrom("outbox")
    .where("kind", "in", alertMail)
    .where("status", "!=", "queued")
    .where("createdAt", "<", before.endedAt)
    .execute();
}
