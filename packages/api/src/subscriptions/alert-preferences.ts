// A reader's own page: what one subscription tells, and the ways to change or end it or to be forgotten.
// The signed link in each mail is the only key; unknown, false and ended ones give one answer.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { isUniqueViolation, sweepErased } from "@studydesk/db/dialect";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import {
  changeSubscription,
  endSubscriptions,
  eraseSubscriptions,
  findActiveFor,
  type Subscription,
} from "@studydesk/db/subscriptions/subscription-queries";
import type { AuditAction } from "@studydesk/domain/audit/audit-actions";
import { publicLanguages } from "@studydesk/domain/public-language";
import type { AlertWish } from "@studydesk/domain/subscriptions/subscription";
import {
  type AlertProblems,
  readTypedAlert,
  type TypedAlert,
} from "@studydesk/domain/subscriptions/subscription-input";
import type { Deps } from "../deps";
import type { FoundPlace } from "../places/find-places";
import { findByLink, preferencesPath } from "./alert-links";
import { readWish, toWish, toWishColumns } from "./read-wish";
import { signUpMailLimit } from "./sign-up-for-alerts";

type LinkDeps = Pick<Deps, "db" | "keys" | "now">;

export async function readPreferences(
  deps: LinkDeps,
  token: string,
): Promise<AlertWish | undefined> {
  const subscription = await findActive(deps, token);
  return subscription && toWish(subscription);
}

export type ChangeOutcome =
  /** The address of the page changes with the language. */
  | { outcome: "saved"; preferencesPath: string }
  | { outcome: "refused"; typed: TypedAlert; problems: AlertProblems; places: FoundPlace[] };

export async function changeAlert(
  deps: LinkDeps,
  token: string,
  body: unknown,
): Promise<ChangeOutcome | undefined> {
  const subscription = await findActive(deps, token);
  if (!subscription) return undefined;
  const typed = readTypedAlert(body);
  const { wish, problems, places } = await readWish(typed, toWish(subscription).area);
  if (Object.keys(problems).length > 0) return { outcome: "refused", typed, problems, places };
  const language =
    publicLanguages.find((known) => known === typed.language) ?? subscription.language;
  const columns = { ...toWishColumns(wish), language };
  const isSaved = await saveWish(deps, subscription, columns);
  if (isSaved)
    return {
      outcome: "saved",
      preferencesPath: preferencesPath(deps, { ...subscription, language }),
    };
  return { outcome: "refused", typed, problems: { condition: "known_already" }, places: [] };
}

/** False: the address has another subscription for this very wish. */
async function saveWish(
  deps: LinkDeps,
  { id, emailFolded }: Subscription,
  columns: ReturnType<typeof toWishColumns> & Pick<Subscription, "language">,
): Promise<boolean> {
  try {
    return await inTransaction(deps.db, async (trx) => {
      const twin = await findActiveFor(trx, { ...columns, emailFolded });
      if (twin && twin.id !== id) return false;
      await changeSubscription(trx, id, columns);
      await audit(trx, deps, { action: "subscription.changed", id });
      return true;
    });
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

/** Ends this one; says whether the link opened anything. */
export async function endAlert(deps: LinkDeps, token: string): Promise<boolean> {
  const subscription = await findActive(deps, token);
  if (!subscription) return false;
  await inTransaction(deps.db, async (trx) => {
    const ended = await endSubscriptions(trx, { id: subscription.id }, deps.now().toISOString());
    for (const id of ended) await audit(trx, deps, { action: "subscription.ended", id });
  });
  return true;
}

/**
 * Ends every alert of the address and forgets it. `reportFault` hears when the files could not be swept:
 * the erasure stands then, too.
 */
export async function eraseAlerts(
  deps: LinkDeps & Pick<Deps, "limits">,
  token: string,
  reportFault: (error: unknown) => void,
): Promise<boolean> {
  const subscription = await findActive(deps, token);
  if (!subscription) return false;
  await inTransaction(deps.db, async (trx) => {
    await eraseSubscriptions(trx, subscription.emailFolded);
    await audit(trx, deps, { action: "subscription.erased", id: subscription.id });
  });
  await deps.limits.clear(signUpMailLimit, subscription.emailFolded);
  await sweepErased(deps.db).catch(reportFault);
  return true;
}

/**
 * Ends every alert of the address, as a mail program asks for it: in one request, as often as it likes.
 * False for a link that was never signed.
 */
export async function endAllAlerts(deps: LinkDeps, token: string): Promise<boolean> {
  const subscription = await findByLink(deps, "unsubscribe", token);
  if (!subscription) return false;
  const { emailFolded } = subscription;
  await inTransaction(deps.db, async (trx) => {
    const ended = await endSubscriptions(trx, { emailFolded }, deps.now().toISOString());
    for (const id of ended) await audit(trx, deps, { action: "subscription.ended", id });
  });
  return true;
}

/** Whether the link may end anything: for the page that asks before it does. */
export async function isUnsubscribeLink(deps: LinkDeps, token: string): Promise<boolean> {
  return (await findByLink(deps, "unsubscribe", token)) !== undefined;
}

async function findActive(deps: LinkDeps, token: string): Promise<Subscription | undefined> {
  const subscription = await findByLink(deps, "preferences", token);
  return subscription?.status === "active" ? subscription : undefined;
}

async function audit(
  trx: Db,
  { now }: Pick<Deps, "now">,
  { action, id }: { action: AuditAction; id: number },
): Promise<void> {
  await addAudit(trx, {
    at: now().toISOString(),
    actorId: null,
    action,
    subject: "subscription",
    subjectId: String(id),
    siteId: null,
    details: {},
  });
}
