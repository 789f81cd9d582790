// Invitations that wait for an answer: those who look after a site's people see and take them back.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { inTransaction } from "@studydesk/db/open-database";
import {
  findWaitingInvitation,
  type ListedInvitation,
  listWaitingInvitations,
  revokeInvitation,
} from "@studydesk/db/people/invitation-queries";
import { notFound } from "@studydesk/domain/errors";
import type { RevokeInvitationInput } from "@studydesk/domain/people/people-inputs";
import { canManagePeopleOf } from "@studydesk/domain/people/people-policy";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { requireManagedSites } from "./read-team";

export interface WaitingInvitationView extends ListedInvitation {
  state: "open" | "expired";
}

export async function readInvitations(
  { db, now }: Pick<Deps, "db" | "now">,
  viewer: Viewer,
): Promise<{ invitations: WaitingInvitationView[] }> {
  const waiting = await listWaitingInvitations(db, requireManagedSites(viewer));
  const at = now().toISOString();
  return {
    invitations: waiting.map((one) => ({
      ...one,
      state: one.expiresAt > at ? "open" : "expired",
    })),
  };
}

export async function takeBackInvitation(
  { db, now, live }: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  { invitationId }: RevokeInvitationInput,
): Promise<void> {
  const at = now().toISOString();
  await inTransaction(db, async (trx) => {
    const waiting = await findWaitingInvitation(trx, invitationId);
    if (!waiting || !canManagePeopleOf(viewer, waiting.siteId)) throw notFound("invitation");
    if (!(await revokeInvitation(trx, invitationId, at))) throw notFound("invitation");
    await addAudit(trx, {
      at,
      actorId: viewer.userId,
      action: "invitation.revoked",
      subject: "invitation",
      subjectId: String(invitationId),
      siteId: waiting.siteId,
      details: {},
    });
  });
  live.announce();
}
