// Who is next on Today: the queue's six classes, each a condition and an order of its own, disjoint, so
// that a lead stands in the queue once. Left out is what is in front of somebody else, and what rests until
// later. Which of the others may be called now is the caller's to judge.
import { type NextLeadKind, nextLeadKinds } from "@studydesk/domain/queue/why-next";
import { type Expression, type SqlBool, sql } from "kysely";
import {
  isDueToday,
  isPastPromise,
  type LeadExpressions,
  type SiteNow,
} from "../leads/lead-filters";
import type { Db } from "../open-database";
import type { Row } from "../schema";
import { isWithin } from "../sites/is-within";
import { isHeldElsewhere, type Screen } from "./hold-queries";

/** Whose desk (their own leads and those that nobody owns), and at which of their screens. */
export interface TodayQuery extends Screen {
  sites: readonly SiteNow[];
  /** ISO-8601 UTC. */
  now: string;
  /** Open without a next step, and nothing happened since then: forgotten. */
  untouchedSince: string;
}

/** What it takes to judge whether a candidate may be called now; `version` tells whether it still is one. */
export type QueuedLead = Pick<
  Row<"leads">,
  "id" | "status" | "timeZone" | "contactHours" | "followUpAt" | "createdAt" | "version"
> & {
  hasConsent: boolean;
};

interface QueueClass {
  condition: (eb: LeadExpressions, query: TodayQuery) => Expression<SqlBool>;
  order: "leads.followUpAt" | "leads.createdAt" | "leads.statusSince";
}

export const hasCome = (eb: LeadExpressions, { now }: TodayQuery) =>
  eb("leads.followUpAt", "<=", now);

/** The last attempt ended with the person asking for a call. */
export const askedForCall = sql<SqlBool>`(
  select "contactAttempts".outcome = 'callback_requested' from "contactAttempts"
  where "contactAttempts"."leadId" = leads.id and "contactAttempts"."takenBackAt" is null
  order by "contactAttempts".at desc, "contactAttempts".id desc limit 1
)`;
export const notAskedForCall = sql<SqlBool>`coalesce(not ${askedForCall}, true)`;

const isLateNew = (eb: LeadExpressions, { sites }: TodayQuery) =>
  eb.and([eb("leads.status", "=", "new"), isPastPromise(eb, sites)]);

/** In the order of the queue. */
const classes: Readonly<Record<NextLeadKind, QueueClass>> = {
  callback: {
    condition: (eb, query) => eb.and([hasCome(eb, query), askedForCall]),
    order: "leads.followUpAt",
  },
  past_promise: {
    condition: (eb, query) =>
      eb.and([
        isLateNew(eb, query),
        eb.or([eb("leads.followUpAt", "is", null), eb.and([hasCome(eb, query), notAskedForCall])]),
      ]),
    order: "leads.createdAt",
  },
  overdue: {
    condition: (eb, query) =>
      eb.and([hasCome(eb, query), notAskedForCall, eb.not(isLateNew(eb, query))]),
    order: "leads.followUpAt",
  },
  new: {
    condition: (eb, query) =>
      eb.and([
        eb("leads.status", "=", "new"),
        eb("leads.followUpAt", "is", null),
        eb.not(isLateNew(eb, query)),
      ]),
    order: "leads.createdAt",
  },
  due: {
    // Whoever named a time is not called before it.
    condition: (eb, { now, sites }) =>
      eb.and([eb("leads.followUpAt", ">", now), isDueToday(eb, sites), notAskedForCall]),
    order: "leads.followUpAt",
  },
  stalled: {
    condition: (eb, query) => isStalled(eb, query),
    order: "leads.statusSince",
  },
};

const mostQueued = 100;

/** The first candidates of a class, in its order; leads that may not be contacted are in none. */
export async function listQueuedLeads(
  db: Db,
  query: TodayQuery,
  kind: NextLeadKind,
  skipLeadIds: readonly number[],
): Promise<QueuedLead[]> {
  const { condition, order } = classes[kind];
  const rows = await db
    .selectFrom("leads")
    .select((eb) => [
      "leads.id",
      "leads.status",
      "leads.timeZone",
      "leads.contactHours",
      "leads.followUpAt",
      "leads.createdAt",
      "leads.mergedIntoId",
      "leads.version",
      eb
        .selectFrom("consents")
        .select("consents.id")
        .whereRef("consents.leadId", "=", "leads.id")
        .where("consents.withdrawnAt", "is", null)
        .limit(1)
        .as("consentId"),
    ])
    .where(isWithin("leads.siteId", siteIdsOf(query)))
    .where((eb) =>
      eb.and([
        isForDesk(eb, query),
        condition(eb, query),
        eb.not(isResting(eb, query)),
        eb.not(isHeldElsewhere(eb, query, query.now)),
      ]),
    )
    .$if(skipLeadIds.length > 0, (q) => q.where("leads.id", "not in", [...skipLeadIds]))
    .orderBy(order)
    .orderBy("leads.id")
    .limit(mostQueued)
    .execute();
  // Looked at here: in the query it would read every row that the index alone can answer for.
  return rows
    .filter(({ mergedIntoId }) => mergedIntoId === null)
    .map(({ consentId, mergedIntoId: _, ...row }) => ({ ...row, hasConsent: consentId !== null }));
}

/** The class that a lead stands in now; undefined: it is not in the queue. */
export async function findQueueKind(
  db: Db,
  query: TodayQuery,
  leadId: number,
): Promise<NextLeadKind | undefined> {
  for (const kind of nextLeadKinds) {
    const row = await db
      .selectFrom("leads")
      .select("leads.id")
      .where("leads.id", "=", leadId)
      .where(isWithin("leads.siteId", siteIdsOf(query)))
      .where((eb) => eb.and([isForDesk(eb, query), classes[kind].condition(eb, query)]))
      .executeTakeFirst();
    if (row) return kind;
  }
  return undefined;
}

function siteIdsOf({ sites }: TodayQuery): number[] {
  return sites.map(({ siteId }) => siteId);
}

export function isForDesk(
  eb: LeadExpressions,
  { userId }: Pick<TodayQuery, "userId">,
): Expression<SqlBool> {
  return eb.and([
    eb("leads.doNotContact", "=", 0),
    eb("leads.status", "!=", "invalid"),
    eb.or([eb("leads.ownerId", "is", null), eb("leads.ownerId", "=", userId), ownerIsGone]),
  ]);
}

/** Whoever owns the lead works at its site no more: nobody would ever be given it. */
const ownerIsGone = sql<SqlBool>`(leads."siteId", leads."ownerId") not in (
  select "siteId", "userId" from "siteRoles" where role in ('coordinator', 'admin'))`;

/** Open, without a next step, and nothing happened for days. */
export function isStalled(
  eb: LeadExpressions,
  { untouchedSince }: TodayQuery,
): Expression<SqlBool> {
  return eb.and([
    eb("leads.status", "in", ["contacting", "pre_screening", "visit_scheduled"]),
    eb("leads.followUpAt", "is", null),
    eb("leads.statusSince", "<", untouchedSince),
    eb.or([eb("leads.lastAttemptAt", "is", null), eb("leads.lastAttemptAt", "<", untouchedSince)]),
  ]);
}

/** Put aside, and its time has not come; some reasons hold for everybody. */
export function isResting(eb: LeadExpressions, { now, userId }: TodayQuery): Expression<SqlBool> {
  return eb.exists(
    eb
      .selectFrom("leadSkips")
      .select("leadSkips.leadId")
      .whereRef("leadSkips.leadId", "=", "leads.id")
      .whereRef("leadSkips.leadVersion", "=", "leads.version")
      .where("leadSkips.until", ">", now)
      .where((skip) =>
        skip.or([skip("leadSkips.forAll", "=", 1), skip("leadSkips.byUserId", "=", userId)]),
      ),
  );
}
