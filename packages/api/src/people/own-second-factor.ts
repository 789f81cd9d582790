// One's own second factor: set up, moved to another phone, turned off, and its recovery codes. A new key
// counts from its first right code on; until then the former one does. Whatever changes ends one's other
// sessions and tells by mail.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { lockPerson } from "@studydesk/db/people/account-queries";
import {
  confirmWaitingKey,
  countRecoveryCodes,
  deleteSecondFactor,
  findSecondFactor,
  replaceRecoveryCodes,
  saveWaitingKey,
} from "@studydesk/db/people/second-factor-queries";
import { deleteSessionsOf } from "@studydesk/db/people/session-queries";
import type { AuditAction } from "@studydesk/domain/audit/audit-actions";
import { DomainError } from "@studydesk/domain/errors";
import type { AccountProof, FirstCodeInput } from "@studydesk/domain/people/people-inputs";
import { readTypedCode, showRecoveryCode } from "@studydesk/domain/people/second-factor";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import type { Limit } from "../rate-limits";
import { appKeyUri, findStep, makeAppKey, openAppKey, sealAppKey } from "./app-code";
import { asInvalid, confirmAccount } from "./confirm-account";
import { hashRecoveryCode, makeRecoveryCodes } from "./recovery-codes";
import { readSecondFactorDuty, type SecondFactorDuty } from "./second-factor-duty";
import { type ChangeMailDeps, tellOfChange } from "./tell-of-change";
import { codeRefused } from "./use-code";

export type OwnFactorDeps = ChangeMailDeps & Pick<Deps, "keys" | "limits" | "viewers">;

export interface OwnSecondFactor extends SecondFactorDuty {
  /** Recovery codes that were not used yet. */
  codesLeft: number;
}

export async function readOwnSecondFactor(
  { db, now }: Pick<Deps, "db" | "now">,
  { userId }: Viewer,
): Promise<OwnSecondFactor> {
  const duty = await readSecondFactorDuty(db, userId, now());
  return { ...duty, codesLeft: duty.isOn ? await countRecoveryCodes(db, userId) : 0 };
}

/** The key for the app, told once. Nothing changes until `confirmSecondFactor`. */
export async function beginSecondFactor(
  deps: OwnFactorDeps,
  viewer: Viewer,
  proof: AccountProof,
): Promise<{ key: string; uri: string }> {
  await confirmAccount(deps, viewer, proof);
  const { userId, email } = viewer;
  const key = makeAppKey();
  const sealed = sealAppKey(deps.keys.secondFactors, userId, key);
  const at = deps.now().toISOString();
  await inTransaction(deps.db, async (trx) => {
    await saveWaitingKey(trx, userId, sealed, at);
    await audit(trx, viewer, at, "person.second_factor_begun", {});
  });
  return { key, uri: appKeyUri(key, email) };
}

const firstCodes: Limit = { name: "first-code", most: 10, windowSeconds: 900 };

/** Gives the recovery codes, told once. */
export async function confirmSecondFactor(
  deps: OwnFactorDeps,
  viewer: Viewer,
  { code }: FirstCodeInput,
): Promise<{ recoveryCodes: string[] }> {
  const { db, now } = deps;
  const { userId } = viewer;
  await deps.limits.use(firstCodes, userId);
  const waitingKey = (await findSecondFactor(db, userId))?.waitingKey;
  if (!waitingKey) throw nothingWaits();
  const read = readTypedCode(code);
  const key = openAppKey(deps.keys.secondFactors, userId, waitingKey);
  const step = read?.kind === "app" ? findStep(key, read.digits, now()) : undefined;
  if (step === undefined) throw asInvalid(codeRefused("wrong"));
  const codes = makeRecoveryCodes();
  const at = now().toISOString();
  await inTransaction(db, async (trx) => {
    await lockPerson(trx, userId);
    if (!(await confirmWaitingKey(trx, { userId, waitingKey, step, at }))) throw nothingWaits();
    await replaceRecoveryCodes(trx, userId, codes.map(hashRecoveryCode), at);
    const sessions = await deleteSessionsOf(trx, userId, viewer.sessionId);
    await tellOfChange(trx, deps, viewer.email, "second_factor_on");
    await audit(trx, viewer, at, "person.second_factor_set_up", { sessions });
  });
  changed(deps);
  return { recoveryCodes: codes.map(showRecoveryCode) };
}

/** Not for those who have to have one. */
export async function turnOffSecondFactor(
  deps: OwnFactorDeps,
  viewer: Viewer,
  proof: AccountProof,
): Promise<void> {
  const { db, now } = deps;
  const { userId } = viewer;
  const { dueAt } = await readSecondFactorDuty(db, userId, now());
  if (dueAt !== null) {
    throw new DomainError(
      "rule_broken",
      "Your roles ask for a second factor, so it stays on. You can move it to another phone instead.",
      { reason: "second_factor_required" },
    );
  }
  await confirmAccount(deps, viewer, proof);
  const at = now().toISOString();
  await inTransaction(db, async (trx) => {
    await lockPerson(trx, userId);
    if (!(await deleteSecondFactor(trx, userId))) {
      throw new DomainError("rule_broken", "There is no second factor on your account.", {
        reason: "second_factor_off",
      });
    }
    const sessions = await deleteSessionsOf(trx, userId, viewer.sessionId);
    await tellOfChange(trx, deps, viewer.email, "second_factor_off");
    await audit(trx, viewer, at, "person.second_factor_turned_off", { sessions });
  });
  changed(deps);
}

/** Ten new ones; the former ones work no longer. */
export async function renewRecoveryCodes(
  deps: OwnFactorDeps,
  viewer: Viewer,
  proof: AccountProof,
): Promise<{ recoveryCodes: string[] }> {
  await confirmAccount(deps, viewer, proof);
  const { userId } = viewer;
  const codes = makeRecoveryCodes();
  const at = deps.now().toISOString();
  await inTransaction(deps.db, async (trx) => {
    await lockPerson(trx, userId);
    if (!(await findSecondFactor(trx, userId))?.sealedKey) throw nothingWaits();
    await replaceRecoveryCodes(trx, userId, codes.map(hashRecoveryCode), at);
    await audit(trx, viewer, at, "person.recovery_codes_renewed", {});
  });
  return { recoveryCodes: codes.map(showRecoveryCode) };
}

function changed(deps: OwnFactorDeps): void {
  deps.viewers.forgetAll();
  deps.mailQueued();
  deps.live.announce();
}

function nothingWaits(): DomainError {
  return new DomainError("conflict", "The set-up was begun anew elsewhere. Begin again here.", {
    reason: "nothing_waits",
  });
}

async function audit(
  trx: Db,
  { userId }: Viewer,
  at: string,
  action: AuditAction,
  details: Record<string, number>,
): Promise<void> {
  await addAudit(trx, {
    ...{ at, actorId: userId, action, subject: "person", subjectId: userId },
    ...{ siteId: null, details },
  });
}
