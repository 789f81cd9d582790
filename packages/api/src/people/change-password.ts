// Whoever knows the password may change it. Every other session of theirs ends with the change: if it
// was made because somebody else knew it, that somebody is out.
import { lockPerson } from "@studydesk/db/people/account-queries";
import { deletePasswordResets } from "@studydesk/db/people/password-reset-queries";
import { findPasswordHash, replacePasswordHash } from "@studydesk/db/people/person-queries";
import { deleteSessionsOf } from "@studydesk/db/people/session-queries";
import { DomainError } from "@studydesk/domain/errors";
import type { ChangePasswordInput } from "@studydesk/domain/people/people-inputs";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import type { Limit } from "../rate-limits";
import { hashPassword, verifyPassword } from "./password-hash";
import { requireGoodPassword } from "./password-refusal";
import { type EndDeps, endSessions } from "./sessions";

/** An open screen must not become a place to guess at leisure. */
const tries: Limit = { name: "change-password", most: 5, windowSeconds: 900, pauseSeconds: 900 };

export async function changePassword(
  deps: EndDeps & Pick<Deps, "limits">,
  viewer: Viewer,
  { currentPassword, newPassword }: ChangePasswordInput,
): Promise<{ revoked: number }> {
  const { db, now, limits } = deps;
  const { userId } = viewer;
  await limits.use(tries, userId);
  const fromHash = await findPasswordHash(db, userId);
  if (!fromHash || !(await verifyPassword(fromHash, currentPassword))) {
    throw new DomainError(
      "invalid",
      "The current password is not right. Nothing was changed; try again.",
      { reason: "wrong_password" },
    );
  }
  await limits.clear(tries, userId);
  requireGoodPassword(newPassword, viewer);
  const toHash = await hashPassword(newPassword);
  const at = now().toISOString();
  return endSessions(deps, viewer, "person.password_changed", async (trx) => {
    // Whoever signs in with the former one at this moment is in before, and then out, or is refused.
    await lockPerson(trx, userId);
    if (!(await replacePasswordHash(trx, { userId, fromHash, toHash, at }))) {
      throw new DomainError(
        "conflict",
        "The password was changed elsewhere at the same moment. Sign in with that one.",
        { reason: "stale_password" },
      );
    }
    await deletePasswordResets(trx, userId);
    return deleteSessionsOf(trx, userId, viewer.sessionId);
  });
}
