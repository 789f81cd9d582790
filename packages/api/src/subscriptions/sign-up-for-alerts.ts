// Somebody asks to be told of studies. Nothing counts before the address's reader says yes, and the answer
// is the same whether the address is new, known or none at all: only the mail says more.
import { inTransaction } from "@studydesk/db/open-database";
import { enqueueMail } from "@studydesk/db/outbox/outbox-queries";
import { addSubscription, findActiveFor } from "@studydesk/db/subscriptions/subscription-queries";
import { foldEmail } from "@studydesk/domain/leads/fold-email";
import { type PublicLanguage, pathIn } from "@studydesk/domain/public-language";
import { alertConsentVersion } from "@studydesk/domain/subscriptions/alert-consent";
import type { AlertWish } from "@studydesk/domain/subscriptions/subscription";
import {
  type AlertProblems,
  checkSignUp,
  readTypedAlert,
  type TypedAlert,
} from "@studydesk/domain/subscriptions/subscription-input";
import { renderMail } from "@studydesk/mail/render-mail";
import { alertConfirmation } from "@studydesk/mail/templates/alert-confirmation";
import type { Deps } from "../deps";
import type { FoundPlace } from "../places/find-places";
import { type Limit, waitOf } from "../rate-limits";
import { makeConfirmToken, preferencesUrl } from "./alert-links";
import { readWish, toWish, toWishColumns } from "./read-wish";

/** How many sign-ups one network may send; a clinic's waiting room shares one. */
export const signUpLimit: Limit = { name: "alert-sign-up", most: 20, windowSeconds: 3600 };
/** Past this many in a day nothing more is sent to an address: a form must not flood a mailbox. */
export const signUpMailLimit: Limit = { name: "alert-mail", most: 3, windowSeconds: 86_400 };

export type SignUpOutcome =
  /** Also the answer to whoever filled in the hidden field. */
  | { outcome: "asked"; caught: boolean }
  | { outcome: "refused"; typed: TypedAlert; problems: AlertProblems; places: FoundPlace[] }
  | { outcome: "too_many"; typed: TypedAlert; retryAfterSeconds: number };

export async function signUpForAlerts(
  deps: Deps,
  sender: { network: string },
  sent: { language: PublicLanguage; body: unknown },
): Promise<SignUpOutcome> {
  const typed = readTypedAlert(sent.body);
  const { wish, problems, places } = await readWish(typed);
  const all = { ...problems, ...checkSignUp(typed) };
  if (Object.keys(all).length > 0) return { outcome: "refused", typed, problems: all, places };
  if (typed.honeypot !== "") return { outcome: "asked", caught: true };
  const retryAfterSeconds = await waitFor(deps, signUpLimit, sender.network);
  if (retryAfterSeconds !== undefined) return { outcome: "too_many", typed, retryAfterSeconds };
  const isFlooded = await waitFor(deps, signUpMailLimit, foldEmail(typed.email));
  if (isFlooded === undefined) {
    await ask(deps, typed.email, { ...wish, language: sent.language });
    deps.live.announce();
    deps.mailQueued();
  }
  return { outcome: "asked", caught: false };
}

/** Seconds to wait when all tries are used. */
async function waitFor(deps: Deps, limit: Limit, key: string): Promise<number | undefined> {
  try {
    await deps.limits.use(limit, key);
    return undefined;
  } catch (error) {
    return waitOf(error);
  }
}

async function ask(deps: Deps, email: string, wish: AlertWish): Promise<void> {
  const at = deps.now().toISOString();
  const emailFolded = foldEmail(email);
  const columns = toWishColumns(wish);
  await inTransaction(deps.db, async (trx) => {
    const active = await findActiveFor(trx, { ...columns, emailFolded });
    const isKnown = active?.radiusKm === columns.radiusKm;
    const { token, sha256 } = makeConfirmToken();
    if (!isKnown) {
      await addSubscription(trx, {
        ...columns,
        email,
        emailFolded,
        language: wish.language,
        consentVersion: alertConsentVersion,
        confirmSha256: sha256,
        createdAt: at,
      });
    }
    const mail = isKnown
      ? { wish: toWish(active), url: preferencesUrl(deps, active), isKnown }
      : { wish, url: confirmUrl(deps, wish.language, token), isKnown };
    await enqueueMail(trx, {
      kind: "alert_confirmation",
      siteId: null,
      leadId: null,
      to: active?.email ?? email,
      at,
      baseUrl: deps.baseUrl,
      ...renderMail(alertConfirmation(mail)),
    });
  });
}

function confirmUrl(
  { baseUrl }: Pick<Deps, "baseUrl">,
  language: PublicLanguage,
  token: string,
): string {
  return baseUrl + pathIn(language, `/alerts/confirm/${token}`);
}
