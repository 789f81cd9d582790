// Shares a view with one site's team, or with nobody any more. The first is its owner's alone to do;
// taking it back, an admin of the site may, too.
import { inTransaction } from "@studydesk/db/open-database";
import { updateView } from "@studydesk/db/views/view-queries";
import { DomainError, staleVersion } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { ShareViewInput } from "@studydesk/domain/views/view-inputs";
import { canShareView } from "@studydesk/domain/views/view-policy";
import type { Deps } from "../deps";
import { getViewToChange } from "./get-view";
import { recordViewChange } from "./record-view-change";

export async function shareView(
  { db, now, live }: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  input: ShareViewInput,
): Promise<{ viewId: number; version: number }> {
  const version = await inTransaction(db, async (trx) => {
    const view = await getViewToChange(trx, viewer, input);
    const { siteId } = input;
    if (siteId !== null && !canShareView(viewer, view, siteId)) throw notYours();
    if (!(await updateView(trx, view.id, view.version, { siteId }))) {
      throw staleVersion("view", view.version + 1);
    }
    const at = now().toISOString();
    const details = { fromSiteId: view.siteId, toSiteId: siteId };
    const told = new Set([view.siteId, siteId]);
    for (const teamId of told) {
      await recordViewChange(trx, viewer, {
        viewId: view.id,
        siteId: teamId,
        at,
        action: siteId === null ? "view.unshared" : "view.shared",
        details,
      });
    }
    return view.version + 1;
  });
  live.announce();
  return { viewId: input.viewId, version };
}

function notYours(): DomainError {
  return new DomainError(
    "forbidden",
    "A view is shared by the person who made it, with a team that they are part of. Ask them, or save it as a new view of your own and share that.",
  );
}
