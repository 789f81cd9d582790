// Who may close an account and open it again, or take away a lost second factor: whoever answers for all of
// that person's sites. Nobody does it to themselves, and nobody to the owner.
import { adminScopeOf, type Viewer } from "./viewer";

/** Somebody as this rule sees them: the sites of the roles that they hold, or held until they were deactivated. */
export interface AccountHolder {
  readonly userId: string;
  readonly isOwner: boolean;
  readonly siteIds: readonly number[];
}

export const accountRefusals = {
  own_account: "Nobody does this to their own account. Ask another admin, or the owner.",
  owner:
    "This person owns the installation, and somebody has to. Their account cannot be closed or changed from here.",
  works_elsewhere:
    "This person works at sites that are not yours, too. Take away their roles at yours, or ask the owner.",
} as const;
export type AccountRefusal = keyof typeof accountRefusals;

/** Undefined: this viewer may. */
export function accountRefusalOf(
  viewer: Viewer,
  person: AccountHolder,
): AccountRefusal | undefined {
  if (person.isOwner) return "owner";
  if (person.userId === viewer.userId) return "own_account";
  return answersForAllOf(viewer, person) ? undefined : "works_elsewhere";
}

function answersForAllOf(viewer: Viewer, { siteIds }: AccountHolder): boolean {
  const scope = adminScopeOf(viewer);
  if (scope === "all") return true;
  return siteIds.length > 0 && siteIds.every((siteId) => scope?.includes(siteId));
}

export const lastAdminSentence =
  "This person is the last admin of a site where people work. Make somebody else admin there first.";
