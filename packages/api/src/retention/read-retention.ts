// What the retention clock of each study site says, and what it would do: today, and thirty days from now. Numbers,
// lead numbers and dates; nothing about a person.

import type { Db } from "@studydesk/db/open-database";
import { listRestingLeads, type RestingLead } from "@studydesk/db/retention/due-queries";
import { findRule } from "@studydesk/db/retention/rule-queries";
import { listRuns, type RetentionRun } from "@studydesk/db/retention/run-queries";
import { listStudySites, type StudySite } from "@studydesk/db/studies/study-site-queries";
import type { LeadStatus } from "@studydesk/domain/leads/lead-status";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { erasedFrom } from "@studydesk/domain/retention/retention-notice";
import {
  aheadDays,
  dueAt,
  isDue,
  isOn,
  type ListDueInput,
  marginMs,
  noRule,
  type RetentionRule,
} from "@studydesk/domain/retention/retention-rule";
import type { Deps } from "../deps";
import { getVisibleStudy, studyScopeOf } from "../studies/study-view";
import { canManageRetention, getStudySiteToManage } from "./get-study-site";

const runsShown = 5;
const duePerPage = 200;

export interface RetentionView {
  studySiteId: number;
  siteName: string;
  rule: RetentionRule;
  /** 0: nobody set one. */
  version: number;
  isOn: boolean;
  /** Whom it erases next by itself; null: nobody within the days that it looks ahead. */
  next: NextErasure | null;
  dueNow: { status: LeadStatus; count: number }[];
  /** With those of today. */
  dueAhead: number;
  runs: RetentionRun[];
}

export interface NextErasure {
  /** From this moment on, if the server runs until then. */
  from: string;
  /** On that day, in UTC. */
  count: number;
  /** Within the days that the clock looks ahead. */
  total: number;
}

export interface DueLead {
  leadId: number;
  status: LeadStatus;
  /** From when on it may be erased. */
  from: string;
  /** From when on the clock does it by itself: not before its admins could read of it. */
  byClockFrom: string;
}

/** The study sites that the viewer sees to, by name; none for who sees to none. Throws not_found. */
export async function readRetention(
  deps: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  studyId: number,
): Promise<RetentionView[]> {
  const study = await getVisibleStudy(deps.db, viewer, studyId);
  const studySites = await listStudySites(deps.db, studyScopeOf(viewer), study.id);
  const views: RetentionView[] = [];
  for (const studySite of studySites) {
    if (canManageRetention(viewer, studySite.siteId)) views.push(await readOne(deps, studySite));
  }
  return views;
}

async function readOne(
  { db, now }: Pick<Deps, "db" | "now">,
  studySite: StudySite,
): Promise<RetentionView> {
  const stored = await findRule(db, studySite.id);
  const rule = stored ?? noRule;
  const resting = isOn(rule) ? await listRestingLeads(db, studySite) : [];
  const counts = new Map<LeadStatus, number>();
  for (const lead of resting) {
    if (isDue(lead, rule, now())) counts.set(lead.status, (counts.get(lead.status) ?? 0) + 1);
  }
  const ahead = new Date(now().getTime() + aheadDays * 86_400_000);
  return {
    studySiteId: studySite.id,
    siteName: studySite.siteName,
    rule: {
      closedMonths: rule.closedMonths,
      consentedMonths: rule.consentedMonths,
      recordsKeptUntil: rule.recordsKeptUntil,
    },
    version: stored?.version ?? 0,
    isOn: isOn(rule),
    next: nextOf(resting, rule, now()),
    dueNow: [...counts].map(([status, count]) => ({ status, count })),
    dueAhead: resting.filter((lead) => isDue(lead, rule, ahead)).length,
    runs: await listRuns(db, studySite.id, runsShown),
  };
}

/** Of the leads that are due within the days that the clock looks ahead. */
export function nextOf(
  leads: readonly RestingLead[],
  rule: RetentionRule,
  now: Date,
): NextErasure | null {
  const ahead = new Date(now.getTime() + aheadDays * 86_400_000);
  const times = leads
    .filter((lead) => isDue(lead, rule, ahead))
    .flatMap((lead) => erasedFrom(lead, rule, now) ?? [])
    .sort();
  const [from] = times;
  if (from === undefined) return null;
  const day = from.slice(0, 10);
  return { from, count: times.filter((at) => at.startsWith(day)).length, total: times.length };
}

/** Whoever is due within the coming days, the earliest first. Throws not_found, forbidden. */
export async function readDue(
  { db, now }: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  { studySiteId, cursor }: ListDueInput,
): Promise<{ rows: DueLead[]; nextCursor: number | null }> {
  const studySite = await getStudySiteToManage(db, viewer, studySiteId);
  const rule = (await findRule(db, studySite.id)) ?? noRule;
  const until = new Date(now().getTime() + aheadDays * 86_400_000);
  const due = (isOn(rule) ? await listRestingLeads(db, studySite) : [])
    .filter((lead) => isDue(lead, rule, until))
    .map((lead) => ({
      leadId: lead.id,
      status: lead.status,
      from: new Date(Date.parse(dueAt(lead, rule) ?? "") + marginMs).toISOString(),
      byClockFrom: erasedFrom(lead, rule, now()) ?? "",
    }))
    .sort((a, b) => (a.from === b.from ? a.leadId - b.leadId : a.from < b.from ? -1 : 1));
  const from = cursor ?? 0;
  const next = from + duePerPage;
  return { rows: due.slice(from, next), nextCursor: next < due.length ? next : null };
}

export async function countDue(
  db: Db,
  studySite: Pick<StudySite, "studyId" | "siteId">,
  rule: RetentionRule,
  now: Date,
): Promise<number> {
  if (!isOn(rule)) return 0;
  const resting = await listRestingLeads(db, studySite);
  return resting.filter((lead) => isDue(lead, rule, now)).length;
}
