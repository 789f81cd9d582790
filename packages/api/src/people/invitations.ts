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
import type { SiteScope, Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { type AccountActor, auditOf } from "./get-account";
import { requireManagedSites } from "./read-team";

export interface WaitingInvitationView extends ListedInvitation {
  state: "open" | "expired";
}

export async function readInvitations(
  { db, now }: Pick<Deps, "db" | "now">,
  viewer: Viewer,
): Promise<{ invitations: WaitingInvitationView[] }> {
  return { invitations: await listInvitations({ db, now }, requireManagedSites(viewer)) };
}

/** Newest first; of all sites for whoever runs the server. */
export async function listInvitations(
  { db, now }: Pick<Deps, "db" | "now">,
  sites: SiteScope,
): Promise<WaitingInvitationView[]> {
  const waiting = await listWaitingInvitations(db, sites);
  const at = now().toISOString();
  return waiting.map((one) => ({ ...one, state: one.expiresAt > at ? "open" : "expired" }));
}

export async function takeBackInvitation(
  { db, now, live }: Pick<Deps, "db" | "now" | "live">,
  actor: AccountActor,
  { invitationId }: RevokeInvitationInput,
): Promise<void> {
  const at = now().toISOString();
  const { actorId, details } = auditOf(actor);
  await inTransaction(db, async (trx) => {
    const waiting = await findWaitingInvitation(trx, invitationId);
    if (!waiting) throw notFound("invitation");
    if (actor !== "command" && !canManagePeopleOf(actor, waiting.siteId)) {
      throw notFound("invitation");
    }
    if (!(await revokeInvitation(trx, invitationId, at))) throw notFound("invitation");
    await addAudit(trx, {
      at,
      actorId,
      action: "invitation.revoked",
      subject: "invitation",
      subjectId: String(invitationId),
      siteId: waiting.siteId,
      details,
    });
  });
  live.announce();
}
