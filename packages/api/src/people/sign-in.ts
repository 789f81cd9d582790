// Signing in: an address, its password, and a code where there is a second factor; no session is begun before all of it
// is right. Whoever was deactivated, and who has no account, is answered as if the password were wrong, after the same
// work. better-auth makes the session; whether it may stand is settled after that, under the person's row, so that an
// account which is closed, or has another password or factor from this very moment on, is not entered past that. The
// session that the browser had until then ends.
import { randomBytes } from "node:crypto";
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { findDeactivation, lockPerson, setLastSignIn } from "@studydesk/db/people/account-queries";
import { findPasswordHash, findPersonByEmail } from "@studydesk/db/people/person-queries";
import { findSecondFactor } from "@studydesk/db/people/second-factor-queries";
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionByToken,
} from "@studydesk/db/people/session-queries";
import { deleteHoldsOfSession } from "@studydesk/db/queue/hold-queries";
import type { AuditAction } from "@studydesk/domain/audit/audit-actions";
import { DomainError } from "@studydesk/domain/errors";
import type { Deps } from "../deps";
import type { Auth } from "./auth";
import { hashPassword, verifyPassword } from "./password-hash";
import {
  forgiveWrongPasswords,
  giveBackTry,
  type PasswordTry,
  useCodeTry,
  usePasswordTry,
  wrongCredentials,
} from "./sign-in-limits";
import { codeRefused, useCode } from "./use-code";

export interface SignInTry extends PasswordTry {
  password: string;
  code?: string | undefined;
  /** What better-auth looks at besides: origin, browser, network. */
  headers: Headers;
  /** Whoever this browser was signed in as. */
  former?: BrowserSession | undefined;
}

interface BrowserSession {
  userId: string;
  sessionId: string;
}

/** What was right about a try; counts as long as it is still what the account asks for. */
interface Proven {
  hash: string;
  /** Null: no code was asked for. */
  sealedKey: string | null;
}

/**
 * The cookies of the new session. Throws unauthenticated with the reason wrong_credentials, or, once the password
 * is right, code_needed, wrong_code or code_used.
 */
export async function signIn(deps: Deps, auth: Auth, typed: SignInTry): Promise<string[]> {
  const { email, password, network, headers, former } = typed;
  const attempt = { email, network };
  await usePasswordTry(deps, attempt);
  const person = await findPersonByEmail(deps.db, email);
  const proven = await proveBeforehand(deps, person?.userId, typed);
  const result = await auth.signIn(headers, { email, password });
  switch (result.outcome) {
    case "signed_in": {
      const { userId, token, cookies } = result;
      const refusal = await admit(deps, { userId, token, proven, former });
      if (refusal === "wrong") throw await refuse(deps, userId);
      if (refusal === "code_needed") throw codeRefused("missing");
      await giveBackTry(deps, attempt);
      await forgiveWrongPasswords(deps, attempt);
      await deleteExpiredSessions(deps.db, deps.now().toISOString());
      if (former) {
        deps.viewers.forgetAll();
        deps.live.announce();
      }
      return cookies;
    }
    case "wrong_credentials":
      throw await refuse(deps, person?.userId);
    case "too_many":
      throw new DomainError("rate_limited", "Too many tries. Wait a minute, then try again.", {
        reason: "too_many",
        details: { retryAfterSeconds: result.retryAfterSeconds },
      });
    case "foreign_origin":
      throw foreignOrigin(deps.baseUrl);
  }
}

/**
 * The password is looked at here first, by the same work for every address: how long the answer to a wrong one
 * takes tells neither accounts, nor closed ones, nor who has a second factor. A right code is used up.
 */
async function proveBeforehand(
  deps: Deps,
  userId: string | undefined,
  { email, network, password, code }: SignInTry,
): Promise<Proven> {
  const attempt = { email, network };
  const whose = userId ?? "unknown";
  const isClosed = Boolean(await findDeactivation(deps.db, whose));
  const sealedKey = (await findSecondFactor(deps.db, whose))?.sealedKey ?? null;
  const hash = await findPasswordHash(deps.db, whose);
  const nobodys = await nobodysHash();
  const isRight = await verifyPassword(hash ?? nobodys, password);
  if (!hash || !isRight || isClosed) throw await refuse(deps, userId);
  const proven = { hash, sealedKey };
  if (sealedKey === null) return proven;
  if (code === undefined) {
    await giveBackTry(deps, attempt);
    throw codeRefused("missing");
  }
  await useCodeTry(deps, attempt);
  const outcome = await useCode(deps, whose, code);
  if (outcome === "right") return proven;
  await auditSignIn(deps, "person.code_refused", null, whose);
  throw codeRefused(outcome);
}

let hashOfNobody: Promise<string> | undefined;

/** Of a password that is thrown away; made once. */
function nobodysHash(): Promise<string> {
  hashOfNobody ??= hashPassword(randomBytes(32).toString("base64url"));
  return hashOfNobody;
}

interface NewSession {
  userId: string;
  token: string;
  proven: Proven;
  former: BrowserSession | undefined;
}

/** Undefined: the session that was begun may stand; otherwise it is gone. */
async function admit(
  { db, now }: Pick<Deps, "db" | "now">,
  { userId, token, proven, former }: NewSession,
): Promise<"wrong" | "code_needed" | undefined> {
  const at = now().toISOString();
  return inTransaction(db, async (trx) => {
    await lockPerson(trx, userId);
    const isOpen = !(await findDeactivation(trx, userId));
    const isRight = (await findPasswordHash(trx, userId)) === proven.hash;
    const sealedKey = (await findSecondFactor(trx, userId))?.sealedKey ?? null;
    const hasCode = sealedKey === null || sealedKey === proven.sealedKey;
    if (!isOpen || !isRight || !hasCode) {
      await deleteSessionByToken(trx, token);
      return isOpen && isRight ? "code_needed" : "wrong";
    }
    if (former && (await deleteSession(trx, former))) {
      // What was in front of them is free for others.
      await deleteHoldsOfSession(trx, former.sessionId);
      await addRow(trx, at, "person.signed_out", former.userId, former.userId);
    }
    await setLastSignIn(trx, userId, at);
    await addRow(trx, at, "person.signed_in", userId, userId);
    return undefined;
  });
}

/** One row either way: no difference to see or to time between a known address and another. */
async function refuse(deps: Deps, userId: string | undefined): Promise<DomainError> {
  await auditSignIn(deps, "person.sign_in_refused", null, userId ?? "unknown");
  return wrongCredentials();
}

export async function auditSignIn(
  { db, now }: Pick<Deps, "db" | "now">,
  action: AuditAction,
  actorId: string | null,
  subjectId: string,
): Promise<void> {
  await inTransaction(db, (trx) => addRow(trx, now().toISOString(), action, actorId, subjectId));
}

async function addRow(
  trx: Db,
  at: string,
  action: AuditAction,
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
