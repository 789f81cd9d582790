// Keeps what somebody made of the list as a view of their own, pinned at once; cloning makes one of
// another's.
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { findNextPosition, saveViewPlace } from "@studydesk/db/views/view-place-queries";
import { addView, countViews } from "@studydesk/db/views/view-queries";
import { DomainError } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import {
  longestViewName,
  mostViews,
  type SaveViewInput,
  type ViewIdInput,
} from "@studydesk/domain/views/view-inputs";
import type { Deps } from "../deps";
import { getView } from "./get-view";
import { type SavedView, toSavedView } from "./saved-view";

type Parts = Pick<Deps, "db" | "now">;

export async function saveView(
  { db, now }: Parts,
  viewer: Viewer,
  { name, filters, sort, descending, layout }: SaveViewInput,
): Promise<SavedView> {
  return inTransaction(db, (trx) =>
    addOwnView(trx, viewer, {
      name,
      filters: JSON.stringify(filters),
      sort,
      descending,
      layout: layout && JSON.stringify(layout),
      createdAt: now().toISOString(),
    }),
  );
}

export async function cloneView(
  { db, now }: Parts,
  viewer: Viewer,
  { viewId }: ViewIdInput,
): Promise<SavedView> {
  return inTransaction(db, async (trx) => {
    const { name, filters, sort, descending, layout } = await getView(trx, viewer, viewId);
    const createdAt = now().toISOString();
    const named = `Copy of ${name}`.slice(0, longestViewName).toWellFormed().trim();
    return addOwnView(trx, viewer, { name: named, filters, sort, descending, layout, createdAt });
  });
}

async function addOwnView(
  trx: Db,
  viewer: Viewer,
  view: Omit<Parameters<typeof addView>[1], "ownerId" | "siteId" | "deletedAt">,
): Promise<SavedView> {
  const { userId } = viewer;
  if ((await countViews(trx, userId)) >= mostViews) {
    throw new DomainError(
      "rule_broken",
      `You keep ${mostViews} views already, which is the most. Delete one that you no longer use, then save this one.`,
      { reason: "too_many_views" },
    );
  }
  const id = await addView(trx, { ...view, ownerId: userId, siteId: null, deletedAt: null });
  await saveViewPlace(trx, userId, String(id), { position: await findNextPosition(trx, userId) });
  return toSavedView(viewer, await getView(trx, viewer, id));
}
