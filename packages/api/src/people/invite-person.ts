// Nobody signs up alone: an admin of the site, the owner, or whoever runs the server invites. The link
// holds 256 random bits behind a #, so it stands in no log; the database knows only their hash.
import { createHash, randomBytes } from "node:crypto";
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { inTransaction } from "@studydesk/db/open-database";
import { enqueueMail } from "@studydesk/db/outbox/outbox-queries";
import { findDeactivation } from "@studydesk/db/people/account-queries";
import { addInvitation, revokeInvitationsTo } from "@studydesk/db/people/invitation-queries";
import { findPersonByEmail } from "@studydesk/db/people/person-queries";
import { listRolesOf } from "@studydesk/db/people/role-queries";
import { findSite } from "@studydesk/db/sites/site-queries";
import { DomainError, notFound } from "@studydesk/domain/errors";
import type { InviteInput } from "@studydesk/domain/people/people-inputs";
import { canManagePeopleOf } from "@studydesk/domain/people/people-policy";
import { hasRole, roleLabels, roles, type Viewer } from "@studydesk/domain/people/viewer";
import { renderMail } from "@studydesk/mail/render-mail";
import { invitationMail } from "@studydesk/mail/templates/invitation-mail";
import type { Deps } from "../deps";
import { type AccountActor, auditOf } from "./get-account";
import { holdViewer } from "./hold-viewer";

const openDays = 7;

type InviteDeps = Pick<Deps, "db" | "now" | "baseUrl" | "live" | "mailQueued">;

export interface InvitationLink {
  invitationId: number;
  /** Told once, to hand over; it cannot be read again. */
  link: string;
  expiresAt: string;
}

export async function invitePerson(
  deps: InviteDeps,
  viewer: Viewer,
  input: InviteInput,
): Promise<InvitationLink> {
  requireManagesPeople(viewer, input.siteId);
  return createInvitation(deps, viewer, input);
}

/** A site that one does not belong to looks the same as one that is not there. */
export function requireManagesPeople(viewer: Viewer, siteId: number): void {
  if (canManagePeopleOf(viewer, siteId)) return;
  if (!hasRole(viewer, siteId, ...roles)) throw notFound("site");
  throw new DomainError(
    "forbidden",
    "Only an admin of this site or the owner looks after its people. Ask one of them.",
  );
}

/** The command line asks nobody. Mail is queued with the invitation, which outlasts whoever made it. */
export async function createInvitation(
  { db, now, baseUrl, live, mailQueued }: InviteDeps,
  actor: AccountActor,
  { email, siteId, role }: InviteInput,
): Promise<InvitationLink> {
  const { actorId, details } = auditOf(actor);
  const token = randomBytes(32).toString("base64url");
  const link = `${baseUrl}/desk/invitation#${token}`;
  const at = now();
  const createdAt = at.toISOString();
  const expiresAt = new Date(at.getTime() + openDays * 86_400_000).toISOString();
  const invitationId = await inTransaction(db, async (trx) => {
    if (actor !== "command") requireManagesPeople(await holdViewer(trx, actor), siteId);
    const site = await findSite(trx, siteId);
    if (!site) throw notFound("site");
    const person = await findPersonByEmail(trx, email);
    if (person && (await findDeactivation(trx, person.userId))) {
      throw new DomainError(
        "rule_broken",
        "The account with this address is closed. It has to be opened again first, by whoever closed it or the owner.",
        { reason: "deactivated" },
      );
    }
    const held = person ? await listRolesOf(trx, person.userId) : [];
    if (held.some((one) => one.siteId === siteId && one.role === role)) {
      throw new DomainError(
        "rule_broken",
        "This person has that role at this site already. There is nothing to invite them to.",
        { reason: "already_holds_role" },
      );
    }
    await revokeInvitationsTo(trx, { email, siteId, role }, createdAt);
    const id = await addInvitation(trx, {
      email,
      siteId,
      role,
      tokenSha256: hashToken(token),
      invitedBy: actorId,
      createdAt,
      expiresAt,
    });
    const mail = invitationMail({
      siteName: site.name,
      roleLabel: roleLabels[role],
      acceptUrl: link,
      expiresAt,
      timeZone: site.timeZone,
    });
    await enqueueMail(trx, {
      kind: "invitation",
      siteId,
      leadId: null,
      to: email,
      at: createdAt,
      baseUrl,
      ...renderMail(mail),
    });
    await addAudit(trx, {
      at: createdAt,
      actorId,
      action: "invitation.created",
      subject: "invitation",
      subjectId: String(id),
      siteId,
      details: { ...details, role },
    });
    return id;
  });
  mailQueued();
  live.announce();
  return { invitationId, link, expiresAt };
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
