// Signing in: an address and its password. Whoever was deactivated is answered as if the password were
// wrong, after the same work. better-auth makes the session; whether it may stand is settled after that,
// under the person's row, so that an account which is closed at this very moment stays closed.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { findDeactivation, lockPerson, setLastSignIn } from "@studydesk/db/people/account-queries";
import { findPasswordHash, findPersonByEmail } from "@studydesk/db/people/person-queries";
import { deleteExpiredSessions, deleteSessionByToken } from "@studydesk/db/people/session-queries";
import { DomainError } from "@studydesk/domain/errors";
import type { Deps } from "../deps";
import type { Auth } from "./auth";
import { verifyPassword } from "./password-hash";
import {
  countWrongPassword,
  forgiveWrongPasswords,
  type PasswordTry,
  usePasswordTry,
  wrongCredentials,
} from "./sign-in-limits";

export interface SignInTry extends PasswordTry {
  password: string;
  /** What better-auth looks at besides: origin, browser, network. */
  headers: Headers;
}

/** The cookies of the new session. */
export async function signIn(deps: Deps, auth: Auth, typed: SignInTry): Promise<string[]> {
  const { email, password, network, headers } = typed;
  const attempt = { email, network };
  await usePasswordTry(deps, attempt);
  const person = await findPersonByEmail(deps.db, email);
  if (person && (await findDeactivation(deps.db, person.userId))) {
    const hash = await findPasswordHash(deps.db, person.userId);
    if (hash) await verifyPassword(hash, password);
    throw await refuse(deps, attempt, person.userId);
  }
  const result = await auth.signIn(headers, { email, password });
  switch (result.outcome) {
    case "signed_in": {
      const { userId, token, cookies } = result;
      if (!(await admit(deps, userId, token))) throw await refuse(deps, attempt, userId);
      await forgiveWrongPasswords(deps, attempt);
      await deleteExpiredSessions(deps.db, deps.now().toISOString());
      return cookies;
    }
    case "wrong_credentials":
      throw await refuse(deps, attempt, person?.userId);
    case "too_many":
      throw new DomainError("rate_limited", "Too many tries. Wait a minute, then try again.", {
        reason: "too_many",
        details: { retryAfterSeconds: result.retryAfterSeconds },
      });
    case "foreign_origin":
      throw foreignOrigin(deps.baseUrl);
  }
}

/** Whether the session that was begun may stand; if not, it is gone. */
async function admit(
  { db, now }: Pick<Deps, "db" | "now">,
  userId: string,
  token: string,
): Promise<boolean> {
  const at = now().toISOString();
  return inTransaction(db, async (trx) => {
    await lockPerson(trx, userId);
    if (await findDeactivation(trx, userId)) {
      await deleteSessionByToken(trx, token);
      return false;
    }
    await setLastSignIn(trx, userId, at);
    await addRow(trx, at, "person.signed_in", userId, userId);
    return true;
  });
}

/** One row either way: no difference to see or to time between a known address and another. */
async function refuse(
  deps: Deps,
  attempt: PasswordTry,
  userId: string | undefined,
): Promise<DomainError> {
  await countWrongPassword(deps, attempt);
  await auditSignIn(deps, "person.sign_in_refused", null, userId ?? "unknown");
  return wrongCredentials();
}

export async function auditSignIn(
  { db, now }: Pick<Deps, "db" | "now">,
  action: string,
  actorId: string | null,
  subjectId: string,
): Promise<void> {
  await inTransaction(db, (trx) => addRow(trx, now().toISOString(), action, actorId, subjectId));
}

async function addRow(
  trx: Db,
  at: string,
  action: string,
  actorId: string | null,
  subjectId: string,
): Promise<void> {
  await addAudit(trx, {
    ...{ at, actorId, action, subject: "person", subjectId },
    ...{ siteId: null, details: {} },
  });
}

export function foreignOrigin(baseUrl: string): DomainError {
  return new DomainError(
    "forbidden",
    `This came from a page of another address. Open ${baseUrl}/desk and sign in there.`,
    { reason: "foreign_origin" },
  );
}
