// Somebody's account, for whoever looks after it. To an admin of other sites it is not there; the server's
// own command line asks nobody, and is named in the audit instead of a person.
import type { Db } from "@studydesk/db/open-database";
import { findDeactivation } from "@studydesk/db/people/account-queries";
import { findInstallation } from "@studydesk/db/people/installation-queries";
import { findPerson, type Person } from "@studydesk/db/people/person-queries";
import { listRestingRoles, listRolesOf } from "@studydesk/db/people/role-queries";
import { DomainError, notFound } from "@studydesk/domain/errors";
import {
  type AccountHolder,
  accountRefusalOf,
  accountRefusals,
} from "@studydesk/domain/people/account-policy";
import { adminScopeOf, type SiteRole, type Viewer } from "@studydesk/domain/people/viewer";
import { requireManagedSites } from "./read-team";

/** Who changes an account. */
export type AccountActor = Viewer | "command";

/** As the audit names them. */
export function auditOf(actor: AccountActor): {
  actorId: string | null;
  details: { by?: "command" };
} {
  return actor === "command"
    ? { actorId: null, details: { by: "command" } }
    : { actorId: actor.userId, details: {} };
}

export interface Account extends Person, Omit<AccountHolder, "userId"> {
  deactivatedAt: string | null;
  /** Held now. */
  roles: SiteRole[];
}

export async function findAccount(db: Db, userId: string): Promise<Account | undefined> {
  const person = await findPerson(db, userId);
  if (!person) return undefined;
  const roles = await listRolesOf(db, userId);
  const resting = await listRestingRoles(db, userId);
  return {
    ...person,
    isOwner: (await findInstallation(db))?.ownerUserId === userId,
    deactivatedAt: (await findDeactivation(db, userId)) ?? null,
    roles,
    siteIds: [...new Set([...roles, ...resting].map(({ siteId }) => siteId))],
  };
}

/** Throws not_found where the viewer has nothing to do with this person, rule_broken where the rule says why not. */
export async function getAccount(db: Db, actor: AccountActor, userId: string): Promise<Account> {
  if (actor !== "command") requireManagedSites(actor);
  const account = await findAccount(db, userId);
  if (!account) throw notFound("person");
  if (actor === "command") return account;
  const scope = adminScopeOf(actor);
  const isKnown = scope === "all" || account.siteIds.some((siteId) => scope?.includes(siteId));
  if (!isKnown) throw notFound("person");
  const reason = accountRefusalOf(actor, account);
  if (reason) throw new DomainError("rule_broken", accountRefusals[reason], { reason });
  return account;
}
