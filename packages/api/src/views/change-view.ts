// Changes a view's name, what it asks for or what it shows. Two people who change the same shared view
// never overwrite each other in silence: the later one is told.
import { inTransaction } from "@studydesk/db/open-database";
import { updateView, type ViewChanges } from "@studydesk/db/views/view-queries";
import { staleVersion } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { ChangeViewInput } from "@studydesk/domain/views/view-inputs";
import type { Deps } from "../deps";
import { getView, getViewToChange } from "./get-view";
import { recordViewChange } from "./record-view-change";
import { type SavedView, toSavedView } from "./saved-view";

export async function changeView(
  { db, now, live }: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  input: ChangeViewInput,
): Promise<SavedView> {
  const changed = await inTransaction(db, async (trx) => {
    const { id, version, siteId } = await getViewToChange(trx, viewer, input);
    const changes = toChanges(input);
    if (!(await updateView(trx, id, version, changes))) throw staleVersion("view", version + 1);
    const fields = Object.keys(changes).join(" ");
    await recordViewChange(trx, viewer, {
      viewId: id,
      siteId,
      at: now().toISOString(),
      action: "view.changed",
      details: { changed: fields },
    });
    return toSavedView(viewer, await getView(trx, viewer, id));
  });
  live.announce();
  return changed;
}

function toChanges({ name, filters, sort, descending, layout }: ChangeViewInput): ViewChanges {
  return {
    ...(name === undefined ? {} : { name }),
    ...(filters === undefined ? {} : { filters: JSON.stringify(filters) }),
    ...(sort === undefined ? {} : { sort }),
    ...(descending === undefined ? {} : { descending }),
    ...(layout === undefined ? {} : { layout: layout && JSON.stringify(layout) }),
  };
}
