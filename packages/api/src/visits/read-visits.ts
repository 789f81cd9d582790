// Visits, read: those of a lead with what a further one would begin with, those to come at the viewer's sites,
// and those that a time would meet.
import {
  findLastVisitOf,
  listPlannedVisits,
  listVisitsOfLead,
} from "@studydesk/db/visits/visit-queries";
import { leadAbilities } from "@studydesk/domain/leads/lead-policy";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import {
  isOverlapping,
  type ListVisitsInput,
  type OverlappingVisitsInput,
  usualVisitMinutes,
} from "@studydesk/domain/visits/visit";
import type { Deps } from "../deps";
import { getLead } from "../leads/save-lead";
import { toVisitRow, toVisitView, type VisitRow, type VisitView } from "./visit-view";

export interface VisitsOfLead {
  /** Newest first. */
  visits: (VisitView & { plannedBy: string | null })[];
  canPlan: boolean;
  /** As at the site's last visit. */
  usual: { place: string | null; minutes: number };
}

export async function readVisitsOfLead(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
  { leadId }: ListVisitsInput,
): Promise<VisitsOfLead> {
  const lead = await getLead(db, viewer, leadId);
  const visits = await listVisitsOfLead(db, lead.id);
  const last = await findLastVisitOf(db, lead.siteId);
  return {
    visits: visits.map((visit) => ({ ...toVisitView(visit), plannedBy: visit.plannedBy })),
    canPlan: leadAbilities(viewer, lead).planVisit,
    usual: { place: last?.place ?? null, minutes: last?.minutes ?? usualVisitMinutes },
  };
}

const longestVisitMs = 24 * 3_600_000;

/** At the lead's site, whoever's they are. */
export async function readOverlappingVisits(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
  { leadId, startsAt, minutes, exceptVisitId }: OverlappingVisitsInput,
): Promise<VisitRow[]> {
  const lead = await getLead(db, viewer, leadId);
  const from = Date.parse(startsAt);
  const visits = await listPlannedVisits(db, [lead.siteId], {
    from: new Date(from - longestVisitMs).toISOString(),
    before: new Date(from + minutes * 60_000).toISOString(),
    limit: 200,
  });
  return visits
    .filter((visit) => visit.id !== exceptVisitId && isOverlapping(visit, { startsAt, minutes }))
    .map(toVisitRow);
}

const mostListed = 300;

export interface UpcomingVisits {
  /** Begun or over, and nobody said yet how it went; the oldest first. */
  toTell: VisitRow[];
  /** The next one first. */
  upcoming: VisitRow[];
}

/** At all of the viewer's sites. */
export async function readUpcomingVisits(
  { db, now }: Pick<Deps, "db" | "now">,
  viewer: Viewer,
): Promise<UpcomingVisits> {
  const at = now().toISOString();
  const all = await listPlannedVisits(db, siteIdsOf(viewer), { limit: mostListed });
  const rows = all.map(toVisitRow);
  return {
    toTell: rows.filter(({ startsAt }) => startsAt <= at),
    upcoming: rows.filter(({ startsAt }) => startsAt > at),
  };
}
