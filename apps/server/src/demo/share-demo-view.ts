// One view that the owner shares with a site's team, pinned for everybody who works its leads.
import type { Deps } from "@studydesk/api/deps";
import { saveView } from "@studydesk/api/views/save-view";
import { shareView } from "@studydesk/api/views/share-view";
import { listAssignees } from "@studydesk/db/leads/lead-details-queries";
import { inTransaction } from "@studydesk/db/open-database";
import { saveViewPlace } from "@studydesk/db/views/view-place-queries";
import type { Viewer } from "@studydesk/domain/people/viewer";

export async function shareDemoView(deps: Deps, owner: Viewer, siteId: number): Promise<void> {
  const { id, version } = await saveView(deps, owner, {
    name: "Tried, not for two days",
    filters: { statuses: ["contacting"], lastContact: { minDays: 2 } },
    sort: "last_contact",
    descending: false,
    layout: null,
  });
  await shareView(deps, owner, { viewId: id, expectedVersion: version, siteId });
  await inTransaction(deps.db, async (trx) => {
    for (const { userId } of await listAssignees(trx, siteId)) {
      await saveViewPlace(trx, userId, String(id), { position: 1 });
    }
  });
}
