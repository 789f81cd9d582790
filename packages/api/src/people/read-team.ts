// Who works where. An admin sees the people of their own sites, with the roles held there and no others.
import { listPeople, type RoleAtSite } from "@studydesk/db/people/person-queries";
import { listSecondFactorOwners } from "@studydesk/db/people/second-factor-queries";
import { DomainError } from "@studydesk/domain/errors";
import { accountRefusalOf, accountRefusals } from "@studydesk/domain/people/account-policy";
import { canRemoveRole } from "@studydesk/domain/people/people-policy";
import { adminScopeOf, type SiteScope, type Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";

export interface PersonView {
  userId: string;
  name: string;
  email: string;
  isOwner: boolean;
  deactivatedAt: string | null;
  lastSignInAt: string | null;
  hasSecondFactor: boolean;
  /** Of somebody deactivated: what comes back with them. */
  roles: (RoleAtSite & { canRemove: boolean })[];
  /** Why this viewer may not close the account, open it again or reset its second factor; null: they may. */
  refusal: string | null;
}

export async function readTeam(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
): Promise<{ people: PersonView[] }> {
  const people = await listPeople(db, requireManagedSites(viewer));
  const withSecondFactor = await listSecondFactorOwners(db);
  return {
    people: people.map(({ roles, siteIds, ...person }) => {
      const { userId, isOwner, deactivatedAt } = person;
      const reason = accountRefusalOf(viewer, { userId, isOwner, siteIds });
      return {
        ...person,
        hasSecondFactor: withSecondFactor.has(userId),
        roles: roles.map((role) => ({
          ...role,
          canRemove: deactivatedAt === null && canRemoveRole(viewer, { ...role, userId }),
        })),
        refusal: reason ? accountRefusals[reason] : null,
      };
    }),
  };
}

/** The sites whose people this viewer looks after; whoever looks after none is refused. */
export function requireManagedSites(viewer: Viewer): SiteScope {
  const scope = adminScopeOf(viewer);
  if (!scope) {
    throw new DomainError(
      "forbidden",
      "Only an admin of a site or the owner sees who works where. Ask one of them.",
    );
  }
  return scope;
}
