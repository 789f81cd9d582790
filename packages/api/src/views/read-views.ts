// The views that somebody may use, and how they keep them.
import { listViewPlaces } from "@studydesk/db/views/view-place-queries";
import { listViews } from "@studydesk/db/views/view-queries";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { readStoredLayout } from "@studydesk/domain/views/stored-view";
import type { ViewLayout } from "@studydesk/domain/views/view-layout";
import type { Deps } from "../deps";
import { readerOf } from "./get-view";
import { type SavedView, toSavedView } from "./saved-view";

export interface KeptPlace {
  /** A saved view's id as text, or the name of one that everybody has. */
  view: string;
  isPinned: boolean;
  /** Null: as the view itself has it. */
  layout: ViewLayout | null;
}

export interface Views {
  /** Their own first. */
  views: SavedView[];
  /** Pinned ones first, in their order. */
  places: KeptPlace[];
}

export async function readViews({ db }: Pick<Deps, "db">, viewer: Viewer): Promise<Views> {
  const views = await listViews(db, readerOf(viewer));
  const places = await listViewPlaces(db, viewer.userId);
  return {
    views: views.map((view) => toSavedView(viewer, view)),
    places: places.map(({ view, position, layout }) => ({
      view,
      isPinned: position !== null,
      layout: readStoredLayout(layout),
    })),
  };
}
