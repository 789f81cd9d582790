// A view as it leaves the server: what it asks for and shows, whose it is, what its reader may do with it.
import type { ViewRecord } from "@studydesk/db/views/view-queries";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { ViewQuestion } from "@studydesk/domain/views/built-in-views";
import {
  readStoredFilters,
  readStoredLayout,
  readStoredOrder,
} from "@studydesk/domain/views/stored-view";
import type { ViewFilterName } from "@studydesk/domain/views/view-filters";
import type { ViewLayout } from "@studydesk/domain/views/view-layout";
import { type ViewAbilities, viewAbilities } from "@studydesk/domain/views/view-policy";

export interface SavedView extends ViewQuestion {
  id: number;
  name: string;
  isOwn: boolean;
  ownerName: string;
  /** The site whose team may use it; null: its owner alone. */
  siteId: number | null;
  siteName: string | null;
  /** Null: the usual columns. */
  layout: ViewLayout | null;
  /** Filters that this version no longer understands, or not wholly. */
  lost: ViewFilterName[];
  abilities: ViewAbilities;
  version: number;
}

export function toSavedView(viewer: Viewer, view: ViewRecord): SavedView {
  return {
    id: view.id,
    name: view.name,
    isOwn: view.ownerId === viewer.userId,
    ownerName: view.ownerName,
    siteId: view.siteId,
    siteName: view.siteName,
    ...readStoredFilters(view.filters),
    ...readStoredOrder(view.sort, view.descending),
    layout: readStoredLayout(view.layout),
    abilities: viewAbilities(viewer, view),
    version: view.version,
  };
}
