// Who may see mail. It holds personal data, so only those who answer for it: the admins of its site,
// and the owner, who runs the outbox of the whole installation.
import { siteIdsWithRole, type Viewer } from "../people/viewer";

/** Whose mail: all of it, or that of some sites. */
export type MailScope = { all: true } | { all: false; siteIds: readonly number[] };

/** Undefined: this person sees no mail at all. */
export function mailScopeOf(viewer: Viewer): MailScope | undefined {
  if (viewer.isOwner) return { all: true };
  const siteIds = siteIdsWithRole(viewer, "admin");
  return siteIds.length > 0 ? { all: false, siteIds } : undefined;
}
