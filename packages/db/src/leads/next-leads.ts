// Who is next on Today: the queue's six classes, each a condition and an order of its own, disjoint, so
// that a lead stands in the queue once. Which of them may be called now is the caller's to judge.
import type { NextLeadKind } from "@studydesk/domain/leads/why-next";
import { type Expression, type SqlBool, sql } from "kysely";
import type { Db } from "../open-database";
import type { Row } from "../schema";
import { isWithin } from "../sites/is-within";
import { countUpTo, mostCounted } from "./count-leads";
import { isDueToday, isPastPromise, type LeadExpressions, type SiteNow } from "./lead-filters";

export interface TodayQuery {
  sites: readonly SiteNow[];
  /** Whose desk: their own leads and those that nobody owns. */
  userId: string;
  /** ISO-8601 UTC. */
  now: string;
  /** Open without a next step, and nothing happened since then: forgotten. */
  untouchedSince: string;
}

/** What it takes to judge whether a candidate may be called now. */
export type QueuedLead = Pick<Row<"leads">, "id" | "status" | "timeZone"> & {
  hasConsent: boolean;
};

interface QueueClass {
  condition: (eb: LeadExpressions, query: TodayQuery) => Expression<SqlBool>;
  order: "leads.followUpAt" | "leads.createdAt" | "leads.statusSince";
}

const hasCome = (eb: LeadExpressions, { now }: TodayQuery) => eb("leads.followUpAt", "<=", now);

/** The last attempt ended with the person asking for a call. */
const askedForCall = sql<SqlBool>`(
  select "contactAttempts".outcome = 'callback_requested' from "contactAttempts"
  where "contactAttempts"."leadId" = leads.id
  order by "contactAttempts".at desc, "contactAttempts".id desc limit 1
)`;
const notAskedForCall = sql<SqlBool>`coalesce(not ${askedForCall}, true)`;

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
    condition: (eb, { now, sites }) =>
      eb.and([eb("leads.followUpAt", ">", now), isDueToday(eb, sites)]),
    order: "leads.followUpAt",
  },
  stalled: {
    condition: (eb, { untouchedSince }) =>
      eb.and([
        eb("leads.status", "in", ["contacting", "pre_screening"]),
        eb("leads.followUpAt", "is", null),
        eb("leads.statusSince", "<", untouchedSince),
        eb.or([
          eb("leads.lastAttemptAt", "is", null),
          eb("leads.lastAttemptAt", "<", untouchedSince),
        ]),
      ]),
    order: "leads.statusSince",
  },
};

const mostQueued = 200;

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
      eb
        .selectFrom("consents")
        .select("consents.id")
        .whereRef("consents.leadId", "=", "leads.id")
        .where("consents.withdrawnAt", "is", null)
        .limit(1)
        .as("consentId"),
    ])
    .where(
      isWithin(
        "leads.siteId",
        query.sites.map(({ siteId }) => siteId),
      ),
    )
    .where((eb) => eb.and([isForDesk(eb, query), condition(eb, query)]))
    .$if(skipLeadIds.length > 0, (q) => q.where("leads.id", "not in", [...skipLeadIds]))
    .orderBy(order)
    .orderBy("leads.id")
    .limit(mostQueued)
    .execute();
  return rows.map(({ consentId, ...row }) => ({ ...row, hasConsent: consentId !== null }));
}

/** How many leads stand in the queue, all classes together. */
export async function countQueue(db: Db, query: TodayQuery): Promise<number> {
  const { sites } = query;
  const count = (condition: (eb: LeadExpressions) => Expression<SqlBool>) =>
    countUpTo(db, sites, (eb) => eb.and([isForDesk(eb, query), condition(eb)]));
  const dueToday = await count((eb) => isDueToday(eb, sites));
  const untouched = await count((eb) =>
    eb.and([eb("leads.status", "=", "new"), eb("leads.followUpAt", "is", null)]),
  );
  const stalled = await count((eb) => classes.stalled.condition(eb, query));
  return Math.min(mostCounted, dueToday + untouched + stalled);
}

function isForDesk(eb: LeadExpressions, { userId }: TodayQuery): Expression<SqlBool> {
  return eb.and([
    eb("leads.doNotContact", "=", 0),
    eb("leads.status", "!=", "invalid"),
    eb.or([eb("leads.ownerId", "is", null), eb("leads.ownerId", "=", userId)]),
  ]);
}
