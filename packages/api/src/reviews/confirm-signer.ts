// Who signs proves it again, whatever the session says (21 CFR 11.200): by the password, and by a code where
// somebody has a second factor. Three wrong ones lock signing for a while, and the person is told by mail,
// because it may not have been them.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import { addLimitPoint, deleteLimit, findLimit, giveBackLimitPoint } from "@studydesk/db/limits";
import { inTransaction } from "@studydesk/db/open-database";
import { enqueueMail } from "@studydesk/db/outbox/outbox-queries";
import { findPasswordHash } from "@studydesk/db/people/person-queries";
import { hasSecondFactor } from "@studydesk/db/people/second-factor-queries";
import type { AuditAction } from "@studydesk/domain/audit/audit-actions";
import { DomainError } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { SignerProof } from "@studydesk/domain/reviews/review-inputs";
import { zonedTimeWords } from "@studydesk/domain/reviews/signature";
import {
  lockMinutes,
  wrongPasswordSentence,
  wrongPasswordsADay,
  wrongPasswordsBeforeLock,
} from "@studydesk/domain/reviews/signing-lock";
import { renderMail } from "@studydesk/mail/render-mail";
import { signingLockedMail } from "@studydesk/mail/templates/signing-locked-mail";
import type { Deps } from "../deps";
import { asInvalid } from "../people/confirm-account";
import { verifyPassword } from "../people/password-hash";
import { type CodeOutcome, codeRefused, useCode } from "../people/use-code";

export type SigningDeps = Pick<Deps, "db" | "now" | "baseUrl" | "live" | "mailQueued" | "keys">;

const dayMs = 24 * 3_600_000;
const inARow = {
  most: wrongPasswordsBeforeLock,
  windowMs: dayMs,
  pauseMs: lockMinutes * 60_000,
};
const aDay = { most: wrongPasswordsADay, windowMs: dayMs };
const keyInARow = (userId: string) => `signing:${userId}`;
const keyOfDay = (userId: string) => `signing-day:${userId}`;

/** Until when signing is locked for this person (ISO-8601 UTC); null: it is not. */
export async function readSigningLock(
  { db, now }: Pick<Deps, "db" | "now">,
  userId: string,
): Promise<string | null> {
  const at = now().getTime();
  const few = await findLimit(db, keyInARow(userId), at);
  const many = await findLimit(db, keyOfDay(userId), at);
  const ends = [
    ...(few && few.points >= inARow.most ? [few.expire] : []),
    ...(many && many.points >= aDay.most ? [many.expire] : []),
  ];
  return ends.length === 0 ? null : new Date(Math.max(...ends)).toISOString();
}

/**
 * Outside of any transaction: a wrong try counts although nothing else is saved. Throws invalid (wrong), and
 * rate_limited while signing is locked, without a look at the password.
 */
export async function confirmSigner(
  deps: SigningDeps,
  viewer: Viewer,
  lead: LeadRecord,
  { password, code }: SignerProof,
): Promise<void> {
  const { db, now } = deps;
  const { userId } = viewer;
  const lockedUntil = await readSigningLock(deps, userId);
  if (lockedUntil) throw signingLocked(lockedUntil, lead.siteTimeZone);
  // Counted before it is looked at, so that tries at the same moment add up.
  const { points } = await addLimitPoint(db, keyInARow(userId), now().getTime(), inARow);
  if (points > inARow.most) {
    const until = (await readSigningLock(deps, userId)) ?? now().toISOString();
    throw signingLocked(until, lead.siteTimeZone);
  }
  const passwordHash = await findPasswordHash(db, userId);
  const isPassword = passwordHash && (await verifyPassword(passwordHash, password));
  const outcome = isPassword ? await proveByCode(deps, userId, code) : "wrong_password";
  if (outcome === "right") {
    await deleteLimit(db, keyInARow(userId));
    return;
  }
  if (outcome === "missing") {
    // Nobody guesses who is asked for a code for the first time.
    await giveBackLimitPoint(db, keyInARow(userId));
    throw asInvalid(codeRefused(outcome));
  }
  const ofDay = await addLimitPoint(db, keyOfDay(userId), now().getTime(), aDay);
  // Of several tries at the same moment one is the last that was allowed: it tells the person, once.
  const isLocking = points === inARow.most || ofDay.points === aDay.most;
  await recordWrongPassword(deps, viewer, lead, isLocking);
  const until = await readSigningLock(deps, userId);
  if (until) throw signingLocked(until, lead.siteTimeZone);
  if (outcome !== "wrong_password") throw asInvalid(codeRefused(outcome));
  throw new DomainError("invalid", wrongPasswordSentence(inARow.most - points), {
    reason: "wrong_password",
    details: { triesLeft: inARow.most - points },
  });
}

async function proveByCode(
  deps: SigningDeps,
  userId: string,
  code: string | undefined,
): Promise<CodeOutcome | "missing"> {
  if (!(await hasSecondFactor(deps.db, userId))) return "right";
  return code === undefined ? "missing" : useCode(deps, userId, code);
}

async function recordWrongPassword(
  deps: SigningDeps,
  viewer: Viewer,
  lead: LeadRecord,
  isLocking: boolean,
): Promise<void> {
  const { db, now, baseUrl, live, mailQueued } = deps;
  const at = now().toISOString();
  const until = isLocking ? await readSigningLock(deps, viewer.userId) : null;
  const audit = (action: AuditAction, details: Record<string, string | number>) => ({
    ...{ at, actorId: viewer.userId, action, subject: "person", subjectId: viewer.userId },
    ...{ siteId: lead.siteId, details },
  });
  await inTransaction(db, async (trx) => {
    if (until) {
      const mail = signingLockedMail({
        until: zonedTimeWords(until, lead.siteTimeZone),
        accountUrl: `${baseUrl}/desk/account`,
      });
      await enqueueMail(trx, {
        ...{ kind: "signing_locked", siteId: lead.siteId, leadId: null },
        ...{ to: viewer.email, at, baseUrl, ...renderMail(mail) },
      });
    }
    await addAudit(trx, audit("person.signing_refused", { leadId: lead.id }));
    if (until) await addAudit(trx, audit("person.signing_locked", { until }));
  });
  if (!until) return;
  mailQueued();
  live.announce();
}

function signingLocked(until: string, timeZone: string): DomainError {
  return new DomainError(
    "rate_limited",
    `Signing is locked for you until ${zonedTimeWords(until, timeZone)}: the password or the code was wrong too often. Nothing was signed. If that was not you, change your password under your name; a mail tells you the same.`,
    { reason: "signing_locked", details: { until } },
  );
}
