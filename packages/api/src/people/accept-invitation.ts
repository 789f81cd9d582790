// Whoever holds an invitation's link takes the role: somebody new with a name and a password of their
// own, somebody known with the password that they have, so that a found link opens no account.
import { randomUUID } from "node:crypto";
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { isUniqueViolation } from "@studydesk/db/dialect";
import { addEvent } from "@studydesk/db/events";
import { inTransaction } from "@studydesk/db/open-database";
import { findDeactivation, lockPerson } from "@studydesk/db/people/account-queries";
import {
  findOpenInvitation,
  markInvitationAccepted,
  type OpenInvitation,
} from "@studydesk/db/people/invitation-queries";
import {
  addPerson,
  findPasswordHash,
  findPersonByEmail,
} from "@studydesk/db/people/person-queries";
import { addRole } from "@studydesk/db/people/role-queries";
import { hasSecondFactor } from "@studydesk/db/people/second-factor-queries";
import { DomainError } from "@studydesk/domain/errors";
import type {
  AcceptInvitationInput,
  ReadInvitationInput,
} from "@studydesk/domain/people/people-inputs";
import type { Role } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { hashToken } from "./invite-person";
import { hashPassword, verifyPassword } from "./password-hash";
import { requireGoodPassword } from "./password-refusal";
import { forgiveWrongPasswords, giveBackTry, usePasswordTry } from "./sign-in-limits";

export interface InvitationView {
  email: string;
  siteName: string;
  role: Role;
  expiresAt: string;
  /** Then the existing password is asked for, and no name. */
  hasAccount: boolean;
}

export async function readInvitation(
  deps: Pick<Deps, "db" | "now">,
  input: ReadInvitationInput,
): Promise<InvitationView> {
  const { email, siteName, role, expiresAt } = await requireOpenInvitation(deps, input.token);
  const hasAccount = (await findPersonByEmail(deps.db, email)) !== undefined;
  return { email, siteName, role, expiresAt, hasAccount };
}

export async function acceptInvitation(
  deps: Deps,
  caller: { network: string },
  input: AcceptInvitationInput,
): Promise<{ email: string; isNew: boolean }> {
  const invitation = await requireOpenInvitation(deps, input.token);
  const known = await findPersonByEmail(deps.db, invitation.email);
  if (known) {
    await requireOwnPassword(deps, caller, { ...known, password: input.password });
    await take(deps, invitation, known.userId);
  } else {
    await takeAsNewPerson(deps, invitation, input);
  }
  deps.viewers.forgetAll();
  deps.live.announce();
  return { email: invitation.email, isNew: !known };
}

/** One answer for an unknown, an expired, a used and a revoked one. */
function notValid(): DomainError {
  return new DomainError(
    "not_found",
    "This invitation is not valid, or not any more. Ask whoever invited you for a new one.",
    { reason: "invitation_not_valid" },
  );
}

async function requireOpenInvitation(
  { db, now }: Pick<Deps, "db" | "now">,
  token: string,
): Promise<OpenInvitation> {
  const invitation = await findOpenInvitation(db, hashToken(token), now().toISOString());
  if (!invitation) throw notValid();
  return invitation;
}

async function requireOwnPassword(
  deps: Deps,
  caller: { network: string },
  person: { userId: string; email: string; password: string },
): Promise<void> {
  const attempt = { email: person.email, network: caller.network };
  await usePasswordTry(deps, attempt);
  const hash = await findPasswordHash(deps.db, person.userId);
  const isRight = hash !== undefined && (await verifyPassword(hash, person.password));
  // Whoever was deactivated is told no more than at the sign-in.
  if (!isRight || (await findDeactivation(deps.db, person.userId))) {
    throw wrongPassword();
  }
  await giveBackTry(deps, attempt);
  // A password alone does not show that a network is theirs, where they sign in with a code besides: tries
  // with codes would begin anew with each invitation.
  if (!(await hasSecondFactor(deps.db, person.userId))) await forgiveWrongPasswords(deps, attempt);
}

function wrongPassword(): DomainError {
  return new DomainError(
    "invalid",
    "There is an account with this address, and this is not its password. Type the one you sign in with.",
    { reason: "wrong_password" },
  );
}

async function takeAsNewPerson(
  deps: Deps,
  invitation: OpenInvitation,
  { name, password }: AcceptInvitationInput,
): Promise<void> {
  if (name === "") {
    throw new DomainError("invalid", "Write your name, as your team knows you.", {
      reason: "name_missing",
    });
  }
  const { email } = invitation;
  requireGoodPassword(password, { email, name });
  const userId = randomUUID();
  const passwordHash = await hashPassword(password);
  try {
    await take(deps, invitation, userId, { name, email, passwordHash });
  } catch (error) {
    // Two invitations of one person, accepted at the same moment: the other one made the account.
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError(
      "conflict",
      "An account with this address was made just now. Load this page again and use its password.",
      { reason: "account_made" },
    );
  }
}

async function take(
  { db, now }: Pick<Deps, "db" | "now">,
  { id, siteId, role }: OpenInvitation,
  userId: string,
  newPerson?: { name: string; email: string; passwordHash: string },
): Promise<void> {
  const at = now().toISOString();
  await inTransaction(db, async (trx) => {
    if (!newPerson) {
      // Closed at this very moment, an account holds no role: its roles rest, and come back as they were.
      await lockPerson(trx, userId);
      if (await findDeactivation(trx, userId)) throw wrongPassword();
    }
    if (!(await markInvitationAccepted(trx, id, at))) throw notValid();
    if (newPerson) await addPerson(trx, { userId, ...newPerson, at });
    await addRole(trx, { userId, siteId, role, at });
    await addAudit(trx, {
      at,
      actorId: userId,
      action: "invitation.accepted",
      subject: "invitation",
      subjectId: String(id),
      siteId,
      details: { userId, role, newPerson: newPerson !== undefined },
    });
    await addEvent(trx, { at, kind: "people", subjectId: userId, siteId, byUserId: userId });
  });
}
