// An open screen is not enough to change how an account is opened: whoever asks proves it with the password,
// and with a code where there is a second factor.
import { findPasswordHash } from "@studydesk/db/people/person-queries";
import { hasSecondFactor } from "@studydesk/db/people/second-factor-queries";
import { DomainError } from "@studydesk/domain/errors";
import type { AccountProof } from "@studydesk/domain/people/people-inputs";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import type { Limit } from "../rate-limits";
import { verifyPassword } from "./password-hash";
import { type CodeDeps, codeRefused, useCode } from "./use-code";

const tries: Limit = { name: "confirm-account", most: 5, windowSeconds: 900, pauseSeconds: 900 };

/** Throws invalid with the reason wrong_password, code_needed, wrong_code or code_used; outside of any transaction. */
export async function confirmAccount(
  deps: CodeDeps & Pick<Deps, "limits">,
  { userId }: Viewer,
  { password, code }: AccountProof,
): Promise<void> {
  await deps.limits.use(tries, userId);
  const hash = await findPasswordHash(deps.db, userId);
  if (!hash || !(await verifyPassword(hash, password))) {
    throw new DomainError("invalid", "The password is not right. Nothing was changed; try again.", {
      reason: "wrong_password",
    });
  }
  if (await hasSecondFactor(deps.db, userId)) {
    const outcome = code === undefined ? "missing" : await useCode(deps, userId, code);
    if (outcome !== "right") throw asInvalid(codeRefused(outcome));
  }
  await deps.limits.clear(tries, userId);
}

/** Whoever is signed in stays so. */
export function asInvalid({ message, reason = "wrong_code" }: DomainError): DomainError {
  return new DomainError("invalid", message, { reason });
}
