// Openings become mail: for each address one mail with all that opened and fits, a week after the last at
// the earliest, and only what still takes people now. Mail and what was looked at are one transaction, so
// an opening is told once to a subscription, whatever process is at it and wherever it stops.
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { enqueueMail } from "@studydesk/db/outbox/outbox-queries";
import {
  findLastOpeningId,
  listAddressesToAlert,
  listOpenOpenings,
  listOpenPlaces,
  markLookedAt,
  type OpenOpening,
} from "@studydesk/db/subscriptions/opening-queries";
import {
  listActiveSubscriptions,
  lockAlerts,
  type Subscription,
} from "@studydesk/db/subscriptions/subscription-queries";
import type { Point } from "@studydesk/domain/distance";
import { openingsFor } from "@studydesk/domain/subscriptions/opening";
import { alertEveryMs } from "@studydesk/domain/subscriptions/subscription";
import type { Deps } from "../deps";
import { placesOnMap, pointOf } from "./place-on-map";
import { toWish } from "./read-wish";
import { termsOf } from "./terms-of-study";
import { writeAlert } from "./write-alert";

type AlertDeps = Pick<Deps, "db" | "now" | "baseUrl" | "keys">;

/** Addresses in one transaction. */
const batch = 50;

/** Gives how many mails were queued. `isStopping` ends it between two batches. */
export async function queueAlerts(
  deps: AlertDeps,
  isStopping: () => boolean = () => false,
): Promise<number> {
  const alertedBefore = new Date(deps.now().getTime() - alertEveryMs).toISOString();
  const lastOpeningId = await findLastOpeningId(deps.db);
  const due: Due = { lastOpeningId, alertedBefore, beyond: "", limit: batch };
  // Asked outside first, so that a round with nothing to do takes no lock.
  if ((await listAddressesToAlert(deps.db, { ...due, limit: 1 })).length === 0) return 0;
  const towns = await placesOnMap(await listOpenPlaces(deps.db));
  let mails = 0;
  while (!isStopping()) {
    const done = await inTransaction(deps.db, (trx) => queueBatch(trx, deps, due, towns));
    mails += done.mails;
    if (done.last === undefined) break;
    due.beyond = done.last;
  }
  return mails;
}

type Due = Parameters<typeof listAddressesToAlert>[1];

async function queueBatch(
  trx: Db,
  deps: AlertDeps,
  due: Due,
  towns: ReadonlyMap<number, Point>,
): Promise<{ mails: number; last: string | undefined }> {
  await lockAlerts(trx);
  const addresses = await listAddressesToAlert(trx, due);
  const subscriptions = await listActiveSubscriptions(trx, addresses);
  const after = Math.min(...subscriptions.map(({ lastOpeningId }) => lastOpeningId));
  const openings =
    subscriptions.length === 0
      ? []
      : await openOpenings(trx, towns, { after, upTo: due.lastOpeningId });
  const seen = { lastOpeningId: due.lastOpeningId };
  let mails = 0;
  for (const address of addresses) {
    const own = subscriptions.filter(({ emailFolded }) => emailFolded === address);
    const fitting = own
      .map((subscription) => ({
        subscription,
        studies: openingsFor(
          toWish(subscription),
          openings.filter(({ id }) => id > subscription.lastOpeningId),
        ),
      }))
      .filter(({ studies }) => studies.length > 0);
    const at = deps.now().toISOString();
    const mail = writeAlert(deps, fitting);
    if (mail) {
      await enqueueMail(trx, { ...mail, at, baseUrl: deps.baseUrl });
      mails += 1;
    }
    await markLookedAt(trx, idsOf(own), mail ? { ...seen, lastAlertAt: at } : seen);
  }
  return { mails, last: addresses.at(-1) };
}

async function openOpenings(
  trx: Db,
  towns: ReadonlyMap<number, Point>,
  range: { after: number; upTo: number },
) {
  const rows = await listOpenOpenings(trx, range);
  return rows.map((row: OpenOpening) => ({
    ...row,
    terms: termsOf(row),
    place: pointOf(row, towns),
  }));
}

function idsOf(subscriptions: readonly Subscription[]): number[] {
  return subscriptions.map(({ id }) => id);
}
