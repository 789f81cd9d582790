// Closes an account, and opens it again. Whoever is out is out at once: sessions end with the change, open streams
// close after it, what they shared and the invitations they sent end, what was in front of them is free. Their roles
// rest, so that nobody is told or given anything in their name; their leads stay theirs until somebody gives them on.
import { addEvent } from "@studydesk/db/events";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { lockPerson, setDeactivated } from "@studydesk/db/people/account-queries";
import { revokeInvitationsBy } from "@studydesk/db/people/invitation-queries";
import { deletePasswordResets } from "@studydesk/db/people/password-reset-queries";
import { restRoles, wakeRoles } from "@studydesk/db/people/role-queries";
import { deleteSessionsOf } from "@studydesk/db/people/session-queries";
import { deletePresenceOf } from "@studydesk/db/presence/presence-queries";
import { deleteHoldsOf } from "@studydesk/db/queue/hold-queries";
import { DomainError } from "@studydesk/domain/errors";
import { accountRefusals } from "@studydesk/domain/people/account-policy";
import type { AccountInput } from "@studydesk/domain/people/people-inputs";
import type { Deps } from "../deps";
import { recordChange } from "../record-change";
import { closeShares } from "../shares/close-shares";
import { type AccountActor, auditOf, getAccount } from "./get-account";
import { holdActor } from "./hold-viewer";
import { lockRoles, requireOtherAdmin } from "./require-other-admin";

type AccountDeps = Pick<Deps, "db" | "now" | "viewers" | "live">;

export async function deactivatePerson(
  { db, now, viewers, live }: AccountDeps,
  actor: AccountActor,
  { userId }: AccountInput,
): Promise<{ sessions: number; shares: number; requests: number; invitations: number }> {
  const at = now().toISOString();
  const { actorId, details } = auditOf(actor);
  const ended = await inTransaction(db, async (trx) => {
    await lockRoles(trx);
    await lockPerson(trx, userId);
    const account = await getAccount(trx, await holdActor(trx, actor), userId);
    if (account.isOwner) {
      throw new DomainError("rule_broken", accountRefusals.owner, { reason: "owner" });
    }
    await requireOtherAdmin(trx, userId, account.roles);
    if (!(await setDeactivated(trx, userId, at))) {
      throw new DomainError("rule_broken", "This account is closed already. Nothing was changed.", {
        reason: "already_deactivated",
      });
    }
    await deletePasswordResets(trx, userId);
    const sessions = await deleteSessionsOf(trx, userId);
    const holds = await deleteHoldsOf(trx, userId);
    await deletePresenceOf(trx, userId);
    const closed = await closeShares(trx, { userId, siteId: undefined }, { at, actorId });
    await restRoles(trx, userId);
    // After that: until it, they could send one more.
    const invitations = await revokeInvitationsBy(trx, { invitedBy: userId }, at);
    await recordChange(trx, {
      ...{ at, actorId, action: "person.deactivated", subject: "person", subjectId: userId },
      ...{ siteId: null, details: { ...details, sessions, holds, ...closed, invitations } },
    });
    await tellSites(trx, account.siteIds, { at, actorId, userId });
    return { sessions, ...closed, invitations };
  });
  viewers.forgetAll();
  live.announce();
  return ended;
}

export async function reactivatePerson(
  { db, now, viewers, live }: AccountDeps,
  actor: AccountActor,
  { userId }: AccountInput,
): Promise<void> {
  const at = now().toISOString();
  const { actorId, details } = auditOf(actor);
  await inTransaction(db, async (trx) => {
    await lockRoles(trx);
    await lockPerson(trx, userId);
    const account = await getAccount(trx, await holdActor(trx, actor), userId);
    if (!(await setDeactivated(trx, userId, null))) {
      throw new DomainError("rule_broken", "This account is open. Nothing was changed.", {
        reason: "not_deactivated",
      });
    }
    await wakeRoles(trx, userId);
    await recordChange(trx, {
      ...{ at, actorId, action: "person.reactivated", subject: "person", subjectId: userId },
      ...{ siteId: null, details },
    });
    await tellSites(trx, account.siteIds, { at, actorId, userId });
  });
  viewers.forgetAll();
  live.announce();
}

/** The people of these sites see it on their screens. */
async function tellSites(
  trx: Db,
  siteIds: readonly number[],
  { at, actorId, userId }: { at: string; actorId: string | null; userId: string },
): Promise<void> {
  for (const siteId of siteIds) {
    await addEvent(trx, { at, kind: "people", subjectId: userId, siteId, byUserId: actorId });
  }
}
