// How one person keeps the views that they may use: pinned in the navigation, in their own order, with
// their own columns. It changes nothing for anybody else.
import { inTransaction } from "@studydesk/db/open-database";
import {
  findNextPosition,
  listViewPlaces,
  saveViewPlace,
} from "@studydesk/db/views/view-place-queries";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type {
  KeepLayoutInput,
  PinViewInput,
  ReorderViewsInput,
} from "@studydesk/domain/views/view-inputs";
import type { Deps } from "../deps";
import { getView } from "./get-view";

type Parts = Pick<Deps, "db">;

export async function pinView(
  { db }: Parts,
  viewer: Viewer,
  { viewId, isPinned }: PinViewInput,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { id } = await getView(trx, viewer, viewId);
    const { userId } = viewer;
    const position = isPinned ? await findNextPosition(trx, userId) : null;
    await saveViewPlace(trx, userId, String(id), { position });
  });
}

/** Only what is pinned takes part; what is pinned and not named keeps its order behind the others. */
export async function reorderViews(
  { db }: Parts,
  viewer: Viewer,
  { viewIds }: ReorderViewsInput,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const places = await listViewPlaces(trx, viewer.userId);
    const pinned = places.filter(({ position }) => position !== null).map(({ view }) => view);
    const named = viewIds.map(String).filter((view) => pinned.includes(view));
    const order = new Set([...named, ...pinned]);
    for (const [index, view] of [...order].entries()) {
      await saveViewPlace(trx, viewer.userId, view, { position: index + 1 });
    }
  });
}

export async function keepLayout(
  { db }: Parts,
  viewer: Viewer,
  { view, layout }: KeepLayoutInput,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    if (typeof view === "number") await getView(trx, viewer, view);
    await saveViewPlace(trx, viewer.userId, String(view), {
      layout: layout && JSON.stringify(layout),
    });
  });
}
