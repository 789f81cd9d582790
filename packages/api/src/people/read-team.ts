// Who works where. An admin sees the people of their own sites, with the roles held there and no others.
import { listPeople, type RoleAtSite } from "@studydesk/db/people/person-queries";
import { DomainError } from "@studydesk/domain/errors";
import { canRemoveRole } from "@studydesk/domain/people/people-policy";
import { adminScopeOf, type SiteScope, type Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";

export interface PersonView {
  userId: string;
  name: string;
  email: string;
  isOwner: boolean;
  roles: (RoleAtSite & { canRemove: boolean })[];
}

export async function readTeam(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
): Promise<{ people: PersonView[] }> {
  const people = await listPeople(db, requireManagedSites(viewer));
  return {
    people: people.map(({ roles, ...person }) => ({
      ...person,
      roles: roles.map((role) => ({
        ...role,
        canRemove: canRemoveRole(viewer, { ...role, userId: person.userId }),
      })),
    })),
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
