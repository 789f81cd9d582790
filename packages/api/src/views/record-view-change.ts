// A shared view is its team's business: a change of it is told to open screens and stands in the audit,
// without its name. What somebody does with a view of their own concerns nobody.
import type { Db } from "@studydesk/db/open-database";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { type Change, recordChange } from "../record-change";

interface ViewChange extends Pick<Change, "action" | "details"> {
  viewId: number;
  /** Whose team used it before or uses it now; null: nobody's. */
  siteId: number | null;
  at: string;
}

export async function recordViewChange(
  trx: Db,
  viewer: Viewer,
  { viewId, siteId, ...change }: ViewChange,
): Promise<void> {
  if (siteId === null) return;
  await recordChange(trx, {
    ...change,
    actorId: viewer.userId,
    subject: "view",
    subjectId: String(viewId),
    siteId,
  });
}
