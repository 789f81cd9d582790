// Deletes a view, in a way that can be taken back with everything that hangs on it: that others share
// and pin it. What nobody takes back is cleared away later.
import { inTransaction } from "@studydesk/db/open-database";
import { updateView } from "@studydesk/db/views/view-queries";
import { staleVersion } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { ViewVersionInput } from "@studydesk/domain/views/view-inputs";
import type { Deps } from "../deps";
import { getViewToChange } from "./get-view";
import { recordViewChange } from "./record-view-change";

type Parts = Pick<Deps, "db" | "now" | "live">;

export function deleteView(deps: Parts, viewer: Viewer, input: ViewVersionInput) {
  return mark(deps, viewer, input, true);
}

export function restoreView(deps: Parts, viewer: Viewer, input: ViewVersionInput) {
  return mark(deps, viewer, input, false);
}

async function mark(
  { db, now, live }: Parts,
  viewer: Viewer,
  input: ViewVersionInput,
  isDeleted: boolean,
): Promise<{ viewId: number; version: number }> {
  const at = now().toISOString();
  const version = await inTransaction(db, async (trx) => {
    const view = await getViewToChange(trx, viewer, input, { isDeleted: !isDeleted });
    const deletedAt = isDeleted ? at : null;
    if (!(await updateView(trx, view.id, view.version, { deletedAt }))) {
      throw staleVersion("view", view.version + 1);
    }
    await recordViewChange(trx, viewer, {
      viewId: view.id,
      siteId: view.siteId,
      at,
      action: isDeleted ? "view.deleted" : "view.restored",
      details: {},
    });
    return view.version + 1;
  });
  live.announce();
  return { viewId: input.viewId, version };
}
