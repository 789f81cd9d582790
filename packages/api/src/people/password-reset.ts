// A new password for somebody who forgot theirs: a link by mail, or made on the server's command line. The
// answer and the work are the same whether the address has an account or not. The second factor stays: a
// mailbox alone opens no account that has one.
import { randomBytes } from "node:crypto";
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { enqueueMail } from "@studydesk/db/outbox/outbox-queries";
import { findDeactivation, lockPerson } from "@studydesk/db/people/account-queries";
import {
  addPasswordReset,
  findPasswordReset,
  usePasswordReset,
} from "@studydesk/db/people/password-reset-queries";
import { findPersonByEmail, setPasswordHash } from "@studydesk/db/people/person-queries";
import { deleteSessionsOf } from "@studydesk/db/people/session-queries";
import type { AuditAction } from "@studydesk/domain/audit/audit-actions";
import { DomainError } from "@studydesk/domain/errors";
import type {
  AskPasswordResetInput,
  ReadPasswordResetInput,
  SetNewPasswordInput,
} from "@studydesk/domain/people/people-inputs";
import { renderMail } from "@studydesk/mail/render-mail";
import { passwordResetMail } from "@studydesk/mail/templates/password-reset-mail";
import type { Deps } from "../deps";
import { hashToken } from "./invite-person";
import { hashPassword } from "./password-hash";
import { requireGoodPassword } from "./password-refusal";
import { forgiveTries, useResetTry } from "./sign-in-limits";
import { tellOfChange } from "./tell-of-change";

const openMinutes = 60;

export async function askPasswordReset(
  deps: Deps,
  caller: { network: string },
  { email }: AskPasswordResetInput,
): Promise<void> {
  if (!deps.hasMailServer) {
    throw new DomainError(
      "rule_broken",
      "This desk sends no mail. Ask whoever runs it for a link: pnpm studydesk reset-password.",
      { reason: "no_mail_server" },
    );
  }
  await useResetTry(deps, { email, network: caller.network });
  const { db, baseUrl } = deps;
  const person = await findPersonByEmail(db, email);
  const isOpen = person !== undefined && (await findDeactivation(db, person.userId)) === null;
  const { token, link } = makeLink(baseUrl);
  const mail = renderMail(passwordResetMail({ resetUrl: link }));
  const at = deps.now();
  await inTransaction(db, async (trx) => {
    if (isOpen) {
      await keepReset(trx, person.userId, token, at);
      await enqueueMail(trx, {
        ...{ kind: "password_reset", siteId: null, leadId: null, to: email },
        ...{ at: at.toISOString(), baseUrl, ...mail },
      });
    }
    // One row either way, as at the sign-in.
    await audit(trx, at, "person.password_reset_asked", null, person?.userId ?? "unknown", {});
  });
  deps.mailQueued();
  deps.live.announce();
}

/** For whoever runs the server: the link, to hand over. */
export async function makePasswordReset(
  { db, now, baseUrl }: Pick<Deps, "db" | "now" | "baseUrl">,
  userId: string,
): Promise<{ link: string; expiresAt: string }> {
  const { token, link } = makeLink(baseUrl);
  const at = now();
  const expiresAt = await inTransaction(db, async (trx) => {
    if (await findDeactivation(trx, userId)) {
      throw new DomainError(
        "rule_broken",
        "This account is closed. Open it first: pnpm studydesk reactivate",
        { reason: "deactivated" },
      );
    }
    const until = await keepReset(trx, userId, token, at);
    await audit(trx, at, "person.password_reset_made", null, userId, { by: "command" });
    return until;
  });
  return { link, expiresAt };
}

/** Whose password it sets, for the form and for password managers. */
export async function readPasswordReset(
  { db, now }: Pick<Deps, "db" | "now">,
  { token }: ReadPasswordResetInput,
): Promise<{ email: string }> {
  const found = await findPasswordReset(db, hashToken(token), now().toISOString());
  if (!found) throw notValid();
  return { email: found.email };
}

/** Ends all sessions; signing in with the new one is the person's next step. */
export async function setNewPassword(
  deps: Deps,
  caller: { network: string },
  { token, password }: SetNewPasswordInput,
): Promise<{ email: string }> {
  const { db, now } = deps;
  const tokenSha256 = hashToken(token);
  const at = now();
  const person = await findPasswordReset(db, tokenSha256, at.toISOString());
  if (!person) throw notValid();
  requireGoodPassword(password, person);
  const { userId, email } = person;
  const passwordHash = await hashPassword(password);
  await inTransaction(db, async (trx) => {
    await lockPerson(trx, userId);
    const isOpen = (await findDeactivation(trx, userId)) === null;
    if (!isOpen || !(await usePasswordReset(trx, tokenSha256, at.toISOString()))) throw notValid();
    await setPasswordHash(trx, { userId, passwordHash, at: at.toISOString() });
    const sessions = await deleteSessionsOf(trx, userId);
    await tellOfChange(trx, deps, email, "password_reset");
    await audit(trx, at, "person.password_reset", userId, userId, { sessions });
  });
  await forgiveTries(deps, { email, network: caller.network });
  deps.viewers.forgetAll();
  deps.mailQueued();
  deps.live.announce();
  return { email };
}

function makeLink(baseUrl: string): { token: string; link: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, link: `${baseUrl}/desk/new-password#${token}` };
}

async function keepReset(trx: Db, userId: string, token: string, at: Date): Promise<string> {
  const expiresAt = new Date(at.getTime() + openMinutes * 60_000).toISOString();
  const createdAt = at.toISOString();
  await addPasswordReset(trx, { userId, tokenSha256: hashToken(token), createdAt, expiresAt });
  return expiresAt;
}

/** One answer for an unknown, an expired, a used and a replaced one. */
function notValid(): DomainError {
  return new DomainError(
    "not_found",
    "This link is not valid, or not any more: it works once, for an hour. Ask for a new one.",
    { reason: "reset_not_valid" },
  );
}

async function audit(
  trx: Db,
  at: Date,
  action: AuditAction,
  actorId: string | null,
  subjectId: string,
  details: Record<string, string | number>,
): Promise<void> {
  await addAudit(trx, {
    ...{ at: at.toISOString(), actorId, action, subject: "person", subjectId },
    ...{ siteId: null, details },
  });
}
