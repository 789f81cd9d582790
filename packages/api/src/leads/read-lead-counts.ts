// The numbers beside the views. They are asked for after every change by every open screen, so they are kept
// in memory until something is written: each change of a lead leaves an event in its own transaction, whichever
// process made it. A minute at most, because leads fall due and promises run out while nobody writes.
import { findLastEventId } from "@studydesk/db/events";
import { countLeads, type LeadCounts } from "@studydesk/db/leads/count-leads";
import type { Db } from "@studydesk/db/open-database";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { readSitesNow } from "./site-now";

interface Counted {
  counts: LeadCounts;
  minute: number;
  eventId: number;
}

const countedBefore = new WeakMap<Db, Map<string, Counted>>();
const mostRemembered = 1000;

export async function readLeadCounts(
  deps: Pick<Deps, "db" | "now">,
  viewer: Viewer,
): Promise<LeadCounts> {
  const { db, now } = deps;
  const siteIds = siteIdsOf(viewer);
  const key = `${viewer.userId} ${siteIds.join()}`;
  const minute = Math.floor(now().getTime() / 60_000);
  const eventId = await findLastEventId(db, ["lead", "leads"]);
  const remembered = countedBefore.get(db) ?? new Map<string, Counted>();
  const known = remembered.get(key);
  if (known?.minute === minute && known.eventId === eventId) return known.counts;
  const counts = await countLeads(db, await readSitesNow(deps, siteIds), viewer.userId);
  if (remembered.size >= mostRemembered) remembered.clear();
  countedBefore.set(db, remembered.set(key, { counts, minute, eventId }));
  return counts;
}
