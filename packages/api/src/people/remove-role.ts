// Takes a role away. Somebody whose last role it was is signed out everywhere, at once; what they shared of a
// site where they have no role any more ends, and so do invitations of somebody who may send none there any more.
import { inTransaction } from "@studydesk/db/open-database";
import { findInstallation } from "@studydesk/db/people/installation-queries";
import { revokeInvitationsBy } from "@studydesk/db/people/invitation-queries";
import { deleteRole, listRolesOf } from "@studydesk/db/people/role-queries";
import { deleteSessionsOf } from "@studydesk/db/people/session-queries";
import { DomainError, notFound } from "@studydesk/domain/errors";
import type { RemoveRoleInput } from "@studydesk/domain/people/people-inputs";
import { canRemoveRole } from "@studydesk/domain/people/people-policy";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { recordChange } from "../record-change";
import { closeShares } from "../shares/close-shares";
import { holdViewer } from "./hold-viewer";
import { requireManagesPeople } from "./invite-person";
import { lockRoles, requireOtherAdmin } from "./require-other-admin";

export async function removeRole(
  { db, now, viewers, live }: Pick<Deps, "db" | "now" | "viewers" | "live">,
  viewer: Viewer,
  held: RemoveRoleInput,
): Promise<void> {
  const { userId, siteId, role } = held;
  requireManagesPeople(viewer, siteId);
  if (!canRemoveRole(viewer, held)) {
    throw new DomainError(
      "rule_broken",
      "Nobody takes their own admin role away. Ask another admin of the site, or the owner.",
      { reason: "own_admin_role" },
    );
  }
  const at = now().toISOString();
  await inTransaction(db, async (trx) => {
    await lockRoles(trx);
    requireManagesPeople(await holdViewer(trx, viewer), siteId);
    if (!(await deleteRole(trx, held))) throw notFound("role");
    await requireOtherAdmin(trx, userId, [held]);
    const left = await listRolesOf(trx, userId);
    const isOwner = (await findInstallation(trx))?.ownerUserId === userId;
    const sessions = left.length === 0 && !isOwner ? await deleteSessionsOf(trx, userId) : 0;
    const closed = left.some((other) => other.siteId === siteId)
      ? { shares: 0, requests: 0 }
      : await closeShares(
          trx,
          // The owner of the installation goes on seeing its studies without any role.
          { userId, siteId: left.length === 0 && !isOwner ? undefined : siteId },
          { at, actorId: viewer.userId },
        );
    // Whoever may invite nobody any more has no invitation waiting either.
    const invitations =
      role === "admin" && !isOwner
        ? await revokeInvitationsBy(trx, { invitedBy: userId, siteId }, at)
        : 0;
    await recordChange(trx, {
      at,
      actorId: viewer.userId,
      action: "person.role_removed",
      subject: "person",
      subjectId: userId,
      siteId,
      details: { role, sessions, ...closed, invitations },
    });
  });
  viewers.forgetAll();
  live.announce();
}
