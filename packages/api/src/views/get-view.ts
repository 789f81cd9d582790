// Finds a view for whoever may see it, and for whoever may change it; a view of others looks like none.
import type { Db } from "@studydesk/db/open-database";
import { findView, type ViewReader, type ViewRecord } from "@studydesk/db/views/view-queries";
import { DomainError, notFound, staleVersion } from "@studydesk/domain/errors";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import type { ViewVersionInput } from "@studydesk/domain/views/view-inputs";
import { canChangeView } from "@studydesk/domain/views/view-policy";

export function readerOf(viewer: Viewer): ViewReader {
  return { userId: viewer.userId, siteIds: siteIdsOf(viewer) };
}

export async function getView(
  db: Db,
  viewer: Viewer,
  viewId: number,
  options?: { isDeleted: boolean },
): Promise<ViewRecord> {
  const view = await findView(db, readerOf(viewer), viewId, options);
  if (!view) throw notFound("view");
  return view;
}

/** Refuses whoever may only use it, and a change that was made on an older version. */
export async function getViewToChange(
  trx: Db,
  viewer: Viewer,
  { viewId, expectedVersion }: ViewVersionInput,
  options?: { isDeleted: boolean },
): Promise<ViewRecord> {
  const view = await getView(trx, viewer, viewId, options);
  if (!canChangeView(viewer, view)) throw mayOnlyUse();
  if (view.version !== expectedVersion) throw staleVersion("view", view.version);
  return view;
}

export function mayOnlyUse(): DomainError {
  return new DomainError(
    "forbidden",
    "This view is shared with you to use. Save it as a new view of your own to change it.",
  );
}
