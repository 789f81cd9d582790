// Uses a typed code: one of the app counts once, and none older than it after that; a recovery code counts
// once for ever. Whoever asks limits how often.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { inTransaction } from "@studydesk/db/open-database";
import {
  countRecoveryCodes,
  findSecondFactor,
  useRecoveryCode,
  useStep,
} from "@studydesk/db/people/second-factor-queries";
import { DomainError } from "@studydesk/domain/errors";
import { readTypedCode } from "@studydesk/domain/people/second-factor";
import type { Deps } from "../deps";
import { findStep, openAppKey } from "./app-code";
import { hashRecoveryCode } from "./recovery-codes";

export type CodeDeps = Pick<Deps, "db" | "now" | "keys">;

export type CodeOutcome = "right" | "wrong" | "used";

export async function useCode(deps: CodeDeps, userId: string, typed: string): Promise<CodeOutcome> {
  const read = readTypedCode(typed);
  if (read?.kind === "recovery") return useTypedRecoveryCode(deps, userId, read.code);
  const sealedKey = (await findSecondFactor(deps.db, userId))?.sealedKey;
  if (!read || !sealedKey) return "wrong";
  const key = openAppKey(deps.keys.secondFactors, userId, sealedKey);
  const step = findStep(key, read.digits, deps.now());
  if (step === undefined) return "wrong";
  return (await useStep(deps.db, { userId, sealedKey, step })) ? "right" : "used";
}

async function useTypedRecoveryCode(
  { db, now }: CodeDeps,
  userId: string,
  code: string,
): Promise<CodeOutcome> {
  const at = now().toISOString();
  return inTransaction(db, async (trx) => {
    const used = await useRecoveryCode(trx, { userId, sha256: hashRecoveryCode(code), at });
    if (!used) return "wrong";
    await addAudit(trx, {
      ...{ at, actorId: userId, action: "person.recovery_code_used", subject: "person" },
      ...{ subjectId: userId, siteId: null },
      details: { left: await countRecoveryCodes(trx, userId) },
    });
    return "right";
  });
}

/** The sentence for a code that did not count, and for none where one is asked for. */
export function codeRefused(outcome: "wrong" | "used" | "missing"): DomainError {
  switch (outcome) {
    case "missing":
      return new DomainError(
        "unauthenticated",
        "Type the code of your authenticator app, or one of your recovery codes.",
        { reason: "code_needed" },
      );
    case "used":
      return new DomainError(
        "unauthenticated",
        "This code was used already. Wait until the app shows the next one, half a minute at most.",
        { reason: "code_used" },
      );
    case "wrong":
      return new DomainError(
        "unauthenticated",
        "This code is not right. Type the one that the app shows now; a phone whose clock is wrong shows wrong codes.",
        { reason: "wrong_code" },
      );
  }
}
