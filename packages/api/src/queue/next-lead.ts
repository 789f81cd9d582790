// Today: the one lead to work on now, held for whoever gets it. A promised call comes at its time, be it
// night there; otherwise whoever may be called at this hour comes before those who should be left in peace.
// Within a class those go first who wished for this part of their day; then the queue's own order.

import { listAnswerCounts } from "@studydesk/db/contact/answer-count-queries";
import { listActivities, type TimelineEntry } from "@studydesk/db/leads/activity-queries";
import type { Db } from "@studydesk/db/open-database";
import { type Holder, listHolders } from "@studydesk/db/queue/hold-queries";
import {
  findQueueKind,
  listQueuedLeads,
  type QueuedLead,
  type TodayQuery,
} from "@studydesk/db/queue/next-leads";
import { type ContactOutcome, contactOutcomes } from "@studydesk/domain/contact/contact-attempt";
import { type HourFit, hourFit } from "@studydesk/domain/contact/good-hour";
import { mayContact } from "@studydesk/domain/contact/may-contact";
import { nextTry } from "@studydesk/domain/contact/next-try";
import { activitySchema } from "@studydesk/domain/leads/activity";
import { canWorkOnLead } from "@studydesk/domain/leads/lead-policy";
import { siteIdsOf, siteIdsWithRole, type Viewer } from "@studydesk/domain/people/viewer";
import type { NextLeadInput } from "@studydesk/domain/queue/queue-inputs";
import {
  daysUntilStalled,
  type NextLeadKind,
  nextLeadKinds,
  whyNext,
} from "@studydesk/domain/queue/why-next";
import type { Deps } from "../deps";
import type { LeadView } from "../leads/lead-view";
import { openLead } from "../leads/open-lead";
import { getLead } from "../leads/save-lead";
import { readSitesNow } from "../leads/site-now";
import { holdLead, keepOnly } from "./hold-leads";

export interface NextLead {
  lead: LeadView | null;
  why: { kind: NextLeadKind | "resumed"; sentence: string } | null;
  /** The newest three of the timeline. */
  last: TimelineEntry[];
  /** When each outcome would set the next try, ISO-8601 UTC; those that leave it to a person are not in it. */
  nextTries: Partial<Record<ContactOutcome, string>>;
  /** The lead that was wanted again is in front of somebody else by now. */
  wantedBy: { name: string; since: string } | null;
}

interface Found {
  id: number;
  kind: NextLeadKind | "resumed";
}

export async function readNextLead(
  deps: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  input: NextLeadInput,
): Promise<NextLead> {
  const { screenId, inFrontId, wantedId } = input;
  const now = deps.now();
  const query = await readTodayQuery(deps, viewer, screenId);
  const aside = [...input.skipLeadIds, ...(inFrontId === null ? [] : [inFrontId])];
  const wanted =
    wantedId === null || aside.includes(wantedId)
      ? undefined
      : await takeWanted(deps, viewer, query, wantedId, now);
  const found = wanted?.found ?? (await takeNext(deps, viewer, query, aside, now));
  const kept = [...(inFrontId === null ? [] : [inFrontId]), ...(found ? [found.id] : [])];
  await keepOnly(deps, viewer, screenId, kept);
  const wantedBy = wanted?.heldBy ?? null;
  if (!found) return { lead: null, why: null, last: [], nextTries: {}, wantedBy };
  const { kind, id } = found;
  const record = await getLead(deps.db, viewer, id);
  const lead = await openLead(deps, viewer, id);
  return {
    lead,
    nextTries: await suggestNextTries(deps.db, lead, now),
    why: { kind, sentence: sentenceFor(kind, record, now) },
    last: await listActivities(deps.db, siteIdsOf(viewer), id, { limit: 3, kinds: lastKinds }),
    wantedBy,
  };
}

/** How each criterion was answered stands with the questions: eleven answers would hide the last call. */
const lastKinds = activitySchema.options
  .map(({ shape }) => shape.kind.value)
  .filter((kind) => kind !== "criterion_answered");

/** The desk of somebody who works on leads: their own and nobody's, at the sites where they may. */
export async function readTodayQuery(
  deps: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  screenId: string,
): Promise<TodayQuery> {
  const now = deps.now();
  return {
    sites: await readSitesNow(deps, siteIdsWithRole(viewer, "coordinator", "admin")),
    userId: viewer.userId,
    screenId,
    now: now.toISOString(),
    untouchedSince: new Date(now.getTime() - daysUntilStalled * 86_400_000).toISOString(),
  };
}

async function suggestNextTries(db: Db, lead: LeadView, now: Date): Promise<NextLead["nextTries"]> {
  const history = await listAnswerCounts(db, lead.siteId);
  return Object.fromEntries(
    contactOutcomes.flatMap((outcome) => {
      const next = nextTry(lead, outcome, history, now);
      return next ? [[outcome, next.at.toISOString()]] : [];
    }),
  );
}

const readiness = { yes: 0, ask: 1, no: 2 } as const;
const hourOrder: Readonly<Record<HourFit, number>> = { good: 0, any: 1, bad: 2 };

/** Whoever asked at the same instant may have been quicker: then the next one is tried. */
async function takeNext(
  deps: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  query: TodayQuery,
  skipLeadIds: readonly number[],
  now: Date,
): Promise<Found | undefined> {
  const later: { kind: NextLeadKind; lead: QueuedLead; rank: number }[] = [];
  for (const kind of nextLeadKinds) {
    const candidates = await listQueuedLeads(deps.db, query, kind, skipLeadIds);
    const ranked = candidates
      .map((lead) => ({ kind, lead, rank: rankOf(lead, kind, now) }))
      .toSorted(
        (a, b) => a.rank - b.rank || hourRank(a.lead, kind, now) - hourRank(b.lead, kind, now),
      );
    for (const each of ranked) {
      if (each.rank > readiness.yes) later.push(each);
      else if (await holdLead(deps, viewer, query.screenId, each.lead)) {
        return { id: each.lead.id, kind };
      }
    }
  }
  for (const { kind, lead } of later.toSorted((a, b) => a.rank - b.rank)) {
    if (await holdLead(deps, viewer, query.screenId, lead)) return { id: lead.id, kind };
  }
  return undefined;
}

/** At the hour that a person named for a call, no hour is a wrong one: the gate knows. */
function rankOf(lead: QueuedLead, kind: NextLeadKind, now: Date): number {
  const asked = { channel: "phone", outcome: "callback_requested", at: lead.createdAt } as const;
  const gate = mayContact(
    {
      ...lead,
      doNotContact: false,
      consentWithdrawnAt: null,
      ...(kind === "callback" ? { attempts: [asked] } : {}),
    },
    now,
  );
  return readiness[gate.answer];
}

function hourRank(lead: QueuedLead, kind: NextLeadKind, now: Date): number {
  return kind === "callback" ? 0 : hourOrder[hourFit(lead, now)];
}

/** The lead that was in front before the tab was loaded again, or the laptop opened. */
async function takeWanted(
  deps: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  query: TodayQuery,
  leadId: number,
  now: Date,
): Promise<{ found?: Found; heldBy?: Pick<Holder, "name" | "since"> }> {
  const lead = await getLead(deps.db, viewer, leadId).catch(() => undefined);
  if (!lead || !canWorkOnLead(viewer, lead)) return {};
  if (await holdLead(deps, viewer, query.screenId, lead)) {
    const kind = await findQueueKind(deps.db, query, leadId);
    return { found: { id: leadId, kind: kind ?? "resumed" } };
  }
  const [holder] = await listHolders(deps.db, [leadId], now.toISOString());
  return holder ? { heldBy: { name: holder.name, since: holder.since } } : {};
}

function sentenceFor(
  kind: NextLeadKind | "resumed",
  lead: Parameters<typeof whyNext>[1],
  now: Date,
): string {
  if (kind === "resumed") return "You had this lead in front of you before the break.";
  return whyNext(kind, lead, now);
}
