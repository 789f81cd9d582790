// Links of a reader's own, in mails alone: one shows and changes a subscription, one ends the alerts. Each
// is the subscription's number with a signature that nobody else can make; nothing of it is stored.
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import {
  findSubscription,
  type Subscription,
} from "@studydesk/db/subscriptions/subscription-queries";
import { pathIn } from "@studydesk/domain/public-language";
import type { Deps } from "../deps";

type LinkPurpose = "preferences" | "unsubscribe";
type LinkDeps = Pick<Deps, "keys" | "baseUrl">;
type Signed = Pick<Subscription, "id" | "confirmedAt" | "language">;

export function preferencesPath(deps: Pick<Deps, "keys">, subscription: Signed): string {
  return pathIn(subscription.language, `/alerts/${tokenOf(deps, "preferences", subscription)}`);
}

export function preferencesUrl(deps: LinkDeps, subscription: Signed): string {
  return deps.baseUrl + preferencesPath(deps, subscription);
}

export function unsubscribeUrl(deps: LinkDeps, subscription: Signed): string {
  const token = tokenOf(deps, "unsubscribe", subscription);
  return deps.baseUrl + pathIn(subscription.language, `/alerts/unsubscribe/${token}`);
}

/** The confirmed subscription, active or ended, that a link's token was signed for. */
export async function findByLink(
  deps: Pick<Deps, "db" | "keys">,
  purpose: LinkPurpose,
  token: string,
): Promise<Subscription | undefined> {
  const [, id] = /^([1-9]\d{0,8})\.[\w-]{43}$/.exec(token) ?? [];
  if (id === undefined) return undefined;
  const subscription = await findSubscription(deps.db, Number(id));
  if (!subscription || subscription.confirmedAt === null) return undefined;
  const wanted = Buffer.from(tokenOf(deps, purpose, subscription));
  const given = Buffer.from(token);
  return wanted.length === given.length && timingSafeEqual(wanted, given)
    ? subscription
    : undefined;
}

/** The time of the confirmation is signed, too: a number given again after a restore opens nothing. */
function tokenOf(
  { keys }: Pick<Deps, "keys">,
  purpose: LinkPurpose,
  { id, confirmedAt }: Pick<Subscription, "id" | "confirmedAt">,
): string {
  const signed = JSON.stringify([purpose, id, confirmedAt]);
  return `${id}.${createHmac("sha256", keys.links).update(signed).digest("base64url")}`;
}

/** For a confirmation link: the token goes into the mail, its digest is stored. */
export function makeConfirmToken(): { token: string; sha256: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, sha256: digestOf(token) };
}

export function digestOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
