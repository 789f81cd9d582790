// The numbers over Today: how much waits, how much of it is late, what was put aside, what colleagues have
// in front of them. Asked for by itself, so that no lead waits for a count.
import { countQueue, type QueueCounts } from "@studydesk/db/queue/count-queue";
import { countHeldElsewhere } from "@studydesk/db/queue/hold-queries";
import { listSkippedLeads } from "@studydesk/db/queue/skip-queries";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { LetGoInput } from "@studydesk/domain/queue/queue-inputs";
import type { Deps } from "../deps";
import { readTodayQuery } from "./next-lead";

export interface Queue extends QueueCounts {
  /** Put aside by the viewer, soonest back first. */
  skippedLeadIds: number[];
  /** In front of colleagues, or in other tabs of the viewer. */
  heldElsewhere: number;
}

export async function readQueue(
  deps: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  { screenId }: LetGoInput,
): Promise<Queue> {
  const query = await readTodayQuery(deps, viewer, screenId);
  const siteIds = query.sites.map(({ siteId }) => siteId);
  return {
    ...(await countQueue(deps.db, query)),
    skippedLeadIds: await listSkippedLeads(deps.db, siteIds, viewer.userId, query.now),
    heldElsewhere: await countHeldElsewhere(deps.db, siteIds, query, query.now),
  };
}
