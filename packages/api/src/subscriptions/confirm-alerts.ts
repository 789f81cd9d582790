// The reader of an address says yes. Looking at the link changes nothing (mail programs look at links by
// themselves); pressing the button does, once, however often it is pressed.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { lockByName } from "@studydesk/db/dialect";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { findLastOpeningId } from "@studydesk/db/subscriptions/opening-queries";
import {
  confirmSubscription,
  endSubscriptions,
  findActiveFor,
  findSubscriptionByToken,
  type Subscription,
} from "@studydesk/db/subscriptions/subscription-queries";
import { alertConsentVersion } from "@studydesk/domain/subscriptions/alert-consent";
import { type AlertWish, confirmWithinMs } from "@studydesk/domain/subscriptions/subscription";
import type { Deps } from "../deps";
import { digestOf, preferencesPath } from "./alert-links";
import { toWish } from "./read-wish";

/** What the link asks to confirm; undefined for one that is unknown, too old or ended since. */
export async function readConfirmation(
  deps: Pick<Deps, "db" | "now">,
  token: string,
): Promise<{ wish: AlertWish; isConfirmed: boolean } | undefined> {
  const found = await findConfirmable(deps.db, deps.now(), token);
  return found && { wish: toWish(found), isConfirmed: found.status === "active" };
}

export async function confirmAlerts(
  deps: Pick<Deps, "db" | "now" | "keys">,
  token: string,
): Promise<{ wish: AlertWish; preferencesPath: string } | undefined> {
  const now = deps.now();
  const confirmed = await inTransaction(deps.db, async (trx) => {
    const asked = await findConfirmable(trx, now, token);
    if (asked?.status !== "pending") return asked;
    await lockByName(trx, `subscriptions of ${asked.emailFolded}`);
    // Once more: whoever held the lock may have confirmed this very one.
    const found = await findConfirmable(trx, now, token);
    if (found?.status !== "pending") return found;
    // The same wish, perhaps with another circle: the newer one goes on from where that one was.
    const before = await findActiveFor(trx, found);
    if (before) await endSubscriptions(trx, { id: before.id }, now.toISOString());
    await confirmSubscription(trx, found.id, {
      at: now.toISOString(),
      consentVersion: alertConsentVersion,
      lastOpeningId: before?.lastOpeningId ?? (await findLastOpeningId(trx)),
    });
    await addAudit(trx, {
      at: now.toISOString(),
      actorId: null,
      action: "subscription.confirmed",
      subject: "subscription",
      subjectId: String(found.id),
      siteId: null,
      details: { consentVersion: alertConsentVersion, replaces: before?.id ?? null },
    });
    return findSubscriptionByToken(trx, digestOf(token));
  });
  return (
    confirmed && { wish: toWish(confirmed), preferencesPath: preferencesPath(deps, confirmed) }
  );
}

async function findConfirmable(
  db: Db,
  now: Date,
  token: string,
): Promise<Subscription | undefined> {
  // Anything else was never sent, and need not trouble the database.
  if (!/^[\w-]{43}$/.test(token)) return undefined;
  const found = await findSubscriptionByToken(db, digestOf(token));
  if (!found || found.status === "ended") return undefined;
  const isOld = now.getTime() - Date.parse(found.createdAt) > confirmWithinMs;
  return found.status === "pending" && isOld ? undefined : found;
}
