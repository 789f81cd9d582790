// Plans, moves and ends a lead's visits. Each change is told to the person by mail where they may be written to,
// stands on the timeline, and sets what comes next for the lead.
import { holdLead, type LeadChanges } from "@studydesk/db/leads/lead-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import {
  addVisit,
  changeVisit,
  findFirstHeld,
  findSamePlanned,
  findVisit,
  type StoredVisit,
} from "@studydesk/db/visits/visit-queries";
import type { AuditAction } from "@studydesk/domain/audit/audit-actions";
import { DomainError, notFound } from "@studydesk/domain/errors";
import type { Activity } from "@studydesk/domain/leads/activity";
import { leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import type { EndVisitInput, MoveVisitInput, PlanVisitInput } from "@studydesk/domain/visits/visit";
import { followUpAfter, followUpOnceOver } from "@studydesk/domain/visits/visit-follow-up";
import { visitStatuses } from "@studydesk/domain/visits/visit-states";
import type { Deps } from "../deps";
import { type LeadView, readLeadView } from "../leads/lead-view";
import { getLead, getLeadToWorkOn, recordLeadChange, saveLead } from "../leads/save-lead";
import { mailVisit, type VisitMail } from "./mail-visit";
import { toVisitView, type VisitView } from "./visit-view";

export interface ChangedVisit {
  visit: VisitView;
  lead: LeadView;
  /** Whether the person is told; null: there is nothing to tell. */
  mail: VisitMail | null;
}

type VisitDeps = Pick<Deps, "db" | "now" | "live" | "baseUrl" | "mailQueued">;

/** Pressed twice, it is planned once. Throws not_found, forbidden, rule_broken; invalid for a time that is past. */
export async function planVisit(
  deps: VisitDeps,
  viewer: Viewer,
  { leadId, ...plan }: PlanVisitInput,
): Promise<ChangedVisit> {
  return change(deps, viewer, async (trx, now) => {
    const lead = await holdToWorkOn(trx, viewer, leadId);
    requireVisitStatus(lead);
    requireFuture(plan.startsAt, now);
    const same = await findSamePlanned(trx, { leadId, ...plan });
    if (same) return { visit: same, mail: null, leadId };
    const at = now.toISOString();
    const visit = await addVisit(trx, { leadId, ...plan, createdBy: viewer.userId, at });
    const mail = await tell(deps, trx, viewer, { lead, visit, news: "planned", now });
    const { id, startsAt, minutes, place } = visit;
    await saveWith(trx, viewer, lead, now, {
      columns: followUpOnceOver(lead, visit, now) ?? {},
      activity: { kind: "visit_planned", visitId: id, at: startsAt, minutes, place },
      action: "lead.visit_planned",
      details: { visitId: id, at: startsAt, minutes },
    });
    return { visit, mail, leadId };
  });
}

/** Another time, length or place is told to the person; another note is not. Throws conflict, too. */
export async function moveVisit(
  deps: VisitDeps,
  viewer: Viewer,
  { visitId, expectedSequence, ...plan }: MoveVisitInput,
): Promise<ChangedVisit> {
  return change(deps, viewer, async (trx, now) => {
    const { before, lead } = await getVisitToChange(trx, viewer, visitId);
    requireVisitStatus(lead);
    requirePlanned(before);
    if (before.sequence !== expectedSequence) throw changedMeanwhile();
    const isTold =
      before.startsAt !== plan.startsAt ||
      before.minutes !== plan.minutes ||
      before.place !== plan.place;
    if (!isTold) {
      const visit = await save(trx, before, { note: plan.note });
      return { visit, mail: null, leadId: lead.id };
    }
    requireFuture(plan.startsAt, now);
    const at = now.toISOString();
    const counted = { sequence: before.sequence + 1, changedAt: at, remindedAt: null };
    const visit = await save(trx, before, { ...plan, ...counted });
    const mail = await tell(deps, trx, viewer, { lead, visit, news: "moved", now });
    const times = { from: before.startsAt, to: visit.startsAt };
    await saveWith(trx, viewer, lead, now, {
      columns: followUpOnceOver(lead, visit, now) ?? {},
      activity: { kind: "visit_moved", visitId, ...times, place: visit.place },
      action: "lead.visit_moved",
      details: { visitId, ...times },
    });
    return { visit, mail, leadId: lead.id };
  });
}

/** Whether the person came can be put right afterwards; a visit that was called off stays so. */
export async function endVisit(
  deps: VisitDeps,
  viewer: Viewer,
  { visitId, state }: EndVisitInput,
): Promise<ChangedVisit> {
  return change(deps, viewer, async (trx, now) => {
    const { before, lead } = await getVisitToChange(trx, viewer, visitId);
    if (before.state === state) return { visit: before, mail: null, leadId: lead.id };
    if (before.state === "cancelled" || state === "cancelled") requirePlanned(before);
    const isOver = before.startsAt <= now.toISOString();
    if (state !== "cancelled" && !isOver) throw notYet();
    const isOff = state === "cancelled";
    const counted = isOff ? { sequence: before.sequence + 1, changedAt: now.toISOString() } : {};
    const visit = await save(trx, before, { state, ...counted });
    const mail =
      isOff && !isOver
        ? await tell(deps, trx, viewer, { lead, visit, news: "cancelled", now })
        : null;
    await saveWith(trx, viewer, lead, now, {
      columns: {
        ...followUpAfter(lead, state, now),
        ...(await heldAt(trx, lead, before)),
      },
      activity: { kind: "visit_ended", visitId, at: visit.startsAt, state },
      action: "lead.visit_ended",
      details: { visitId, from: before.state, to: state },
    });
    return { visit, mail, leadId: lead.id };
  });
}

/** When the first visit was held; put right with it. `before`: the visit as it was until now. */
async function heldAt(trx: Db, lead: LeadRecord, before: StoredVisit): Promise<LeadChanges> {
  const wasThis = before.state === "held" && lead.visitHeldAt === before.startsAt;
  if (lead.visitHeldAt !== null && !wasThis) return {};
  const visitHeldAt = (await findFirstHeld(trx, lead.id)) ?? null;
  // Whoever consented since was there, whatever becomes of the visit.
  if (visitHeldAt === null && lead.status !== "visit_scheduled") return {};
  return visitHeldAt === lead.visitHeldAt ? {} : { visitHeldAt };
}

async function change(
  deps: VisitDeps,
  viewer: Viewer,
  work: (
    trx: Db,
    now: Date,
  ) => Promise<{ visit: StoredVisit; mail: VisitMail | null; leadId: number }>,
): Promise<ChangedVisit> {
  const now = deps.now();
  const changed = await inTransaction(deps.db, async (trx) => {
    const { visit, mail, leadId } = await work(trx, now);
    const lead = await readLeadView(trx, viewer, await getLead(trx, viewer, leadId), now);
    return { visit: toVisitView(visit), lead, mail };
  });
  if (changed.mail === "queued") deps.mailQueued();
  deps.live.announce();
  return changed;
}

function tell(
  { baseUrl }: VisitDeps,
  trx: Db,
  { name, email }: Viewer,
  told: {
    lead: LeadRecord;
    visit: StoredVisit;
    news: "planned" | "moved" | "cancelled";
    now: Date;
  },
): Promise<VisitMail> {
  const { now, ...news } = told;
  return mailVisit(trx, { ...news, writer: { name, email } }, { now, baseUrl });
}

/** The lead's version goes on even where none of its columns changed: its page shows the visit. */
async function saveWith(
  trx: Db,
  viewer: Viewer,
  lead: LeadRecord,
  now: Date,
  change: {
    columns: LeadChanges;
    activity: Activity;
    action: AuditAction;
    details: Record<string, string | number>;
  },
): Promise<void> {
  const at = now.toISOString();
  await saveLead(trx, viewer, lead, change.columns, at);
  const { activity, action, details } = change;
  await recordLeadChange(trx, viewer, { lead, at, activities: [activity], action, details });
}

async function getVisitToChange(
  trx: Db,
  viewer: Viewer,
  visitId: number,
): Promise<{ before: StoredVisit; lead: LeadRecord }> {
  const { leadId } = await getVisit(trx, viewer, visitId);
  const lead = await holdToWorkOn(trx, viewer, leadId);
  return { before: await getVisit(trx, viewer, visitId), lead };
}

/** Before its mail, whose event takes the chain's lock: whoever is at the lead wants that one next. */
async function holdToWorkOn(trx: Db, viewer: Viewer, leadId: number): Promise<LeadRecord> {
  await getLeadToWorkOn(trx, viewer, leadId);
  await holdLead(trx, leadId);
  return getLeadToWorkOn(trx, viewer, leadId);
}

async function getVisit(trx: Db, viewer: Viewer, visitId: number): Promise<StoredVisit> {
  const visit = await findVisit(trx, siteIdsOf(viewer), visitId);
  if (!visit) throw notFound("visit");
  return visit;
}

async function save(
  trx: Db,
  before: StoredVisit,
  changes: Parameters<typeof changeVisit>[2],
): Promise<StoredVisit> {
  const visit = await changeVisit(trx, before, changes);
  if (!visit) throw changedMeanwhile();
  return visit;
}

function requireVisitStatus({ status }: LeadRecord): void {
  if (visitStatuses.includes(status)) return;
  throw new DomainError(
    "rule_broken",
    `A visit is planned once an investigator has signed, and while screening goes on. This lead is in “${leadStatusLabels[status]}”.`,
    { reason: "no_visit_now" },
  );
}

function requirePlanned({ state }: StoredVisit): void {
  if (state === "planned") return;
  throw new DomainError(
    "rule_broken",
    "This visit has come to its end already. Plan another one in its place.",
    { reason: "visit_ended" },
  );
}

function requireFuture(startsAt: string, now: Date): void {
  if (startsAt > now.toISOString()) return;
  throw new DomainError("invalid", "This time is past. Give one that is still to come.", {
    reason: "past",
  });
}

function notYet(): DomainError {
  return new DomainError(
    "rule_broken",
    "This visit has not begun yet. Call it off, or say how it went once it is over.",
    { reason: "visit_to_come" },
  );
}

function changedMeanwhile(): DomainError {
  return new DomainError(
    "conflict",
    "Somebody changed this visit meanwhile. Look at it as it is now, then change it again.",
    { reason: "stale_version" },
  );
}
