// Today: the one lead to work on now. Whoever can be called at this hour comes before those who should
// be left in peace; within each, the queue's own order.
import { listActivities, type TimelineEntry } from "@studydesk/db/leads/activity-queries";
import {
  countQueue,
  listQueuedLeads,
  type QueuedLead,
  type TodayQuery,
} from "@studydesk/db/leads/next-leads";
import type { NextLeadInput } from "@studydesk/domain/leads/lead-inputs";
import { mayContact } from "@studydesk/domain/leads/may-contact";
import {
  daysUntilStalled,
  type NextLeadKind,
  nextLeadKinds,
  whyNext,
} from "@studydesk/domain/leads/why-next";
import { siteIdsOf, siteIdsWithRole, type Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import type { LeadView } from "./lead-view";
import { openLead } from "./open-lead";
import { getLead } from "./save-lead";
import { readSitesNow } from "./site-now";

export interface NextLead {
  lead: LeadView | null;
  why: { kind: NextLeadKind; sentence: string } | null;
  /** How many leads are in today's queue, skipped ones included. */
  waiting: number;
  /** The newest three of the timeline. */
  last: TimelineEntry[];
}

export async function readNextLead(
  deps: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  { skipLeadIds }: NextLeadInput,
): Promise<NextLead> {
  const now = deps.now();
  const query: TodayQuery = {
    sites: await readSitesNow(deps, siteIdsWithRole(viewer, "coordinator", "admin")),
    userId: viewer.userId,
    now: now.toISOString(),
    untouchedSince: new Date(now.getTime() - daysUntilStalled * 86_400_000).toISOString(),
  };
  const waiting = await countQueue(deps.db, query);
  const next = await findNext(deps, query, skipLeadIds, now);
  if (!next) return { lead: null, why: null, waiting, last: [] };
  const { kind, id } = next;
  const record = await getLead(deps.db, viewer, id);
  return {
    lead: await openLead(deps, viewer, id),
    why: { kind, sentence: whyNext(kind, record, now) },
    waiting,
    last: await listActivities(deps.db, siteIdsOf(viewer), id, 3),
  };
}

const readiness = { yes: 0, ask: 1, no: 2 } as const;

async function findNext(
  { db }: Pick<Deps, "db">,
  query: TodayQuery,
  skipLeadIds: readonly number[],
  now: Date,
): Promise<{ id: number; kind: NextLeadKind } | undefined> {
  const rank = (lead: QueuedLead) =>
    readiness[mayContact({ ...lead, doNotContact: false, consentWithdrawnAt: null }, now).answer];
  let best: { id: number; kind: NextLeadKind; rank: number } | undefined;
  for (const kind of nextLeadKinds) {
    for (const candidate of await listQueuedLeads(db, query, kind, skipLeadIds)) {
      const ranked = { id: candidate.id, kind, rank: rank(candidate) };
      if (ranked.rank === readiness.yes) return ranked;
      if (!best || ranked.rank < best.rank) best = ranked;
    }
  }
  return best;
}
