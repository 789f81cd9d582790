// Who may do what with a saved view, as sentences. The answers travel with it.
import { hasRole, siteIdsOf, type Viewer } from "../people/viewer";

export interface ViewForPolicy {
  readonly ownerId: string;
  /** The site whose team may use it; null: its owner alone. */
  readonly siteId: number | null;
}

export interface ViewAbilities {
  readonly change: boolean;
  /** With a team, or with its owner alone again. */
  readonly share: boolean;
  readonly delete: boolean;
}

/** Its owner changes it, and an admin of the site that it is shared with. */
export function canChangeView(viewer: Viewer, view: ViewForPolicy): boolean {
  if (view.ownerId === viewer.userId) return true;
  return view.siteId !== null && hasRole(viewer, view.siteId, "admin");
}

/** Only its owner shares a view, and only with a team that they are part of. */
export function canShareView(viewer: Viewer, view: ViewForPolicy, siteId: number): boolean {
  return view.ownerId === viewer.userId && isOfTheTeam(viewer, siteId);
}

export function viewAbilities(viewer: Viewer, view: ViewForPolicy): ViewAbilities {
  const changes = canChangeView(viewer, view);
  const isOwn = view.ownerId === viewer.userId;
  return {
    change: changes,
    share: isOwn && (siteIdsOf(viewer).length > 0 || view.siteId !== null),
    delete: changes,
  };
}

function isOfTheTeam(viewer: Viewer, siteId: number | null): boolean {
  return siteId !== null && hasRole(viewer, siteId, "coordinator", "investigator", "admin");
}
