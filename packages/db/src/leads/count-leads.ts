// The numbers beside the views. Each count stops at a limit: nobody reads an exact 80,000, and no
// screen waits for one.
import { openLeadStatuses } from "@studydesk/domain/leads/lead-status";
import type { Expression, SqlBool } from "kysely";
import type { Db } from "../open-database";
import { isWithin } from "../sites/is-within";
import { isDueToday, isPastPromise, type LeadExpressions, type SiteNow } from "./lead-filters";

export const mostCounted = 10_000;

export interface LeadCounts {
  /** New or contacting. */
  inbox: number;
  dueToday: number;
  /** Open, and nobody's. */
  unassigned: number;
  /** Open, and this person's. */
  mine: number;
  all: number;
  pastPromise: number;
}

/** Each number is `mostCounted` at most. */
export async function countLeads(
  db: Db,
  sites: readonly SiteNow[],
  userId: string,
): Promise<LeadCounts> {
  const open = (eb: LeadExpressions) => eb("leads.status", "in", openLeadStatuses);
  const count = (condition?: (eb: LeadExpressions) => Expression<SqlBool>) =>
    countUpTo(db, sites, condition);
  return {
    inbox: await count((eb) => eb("leads.status", "in", ["new", "contacting"])),
    dueToday: await count((eb) => isDueToday(eb, sites)),
    unassigned: await count((eb) => eb.and([open(eb), eb("leads.ownerId", "is", null)])),
    mine: await count((eb) => eb.and([open(eb), eb("leads.ownerId", "=", userId)])),
    all: await count(),
    pastPromise: await count((eb) => isPastPromise(eb, sites)),
  };
}

/** How many leads of these sites meet the condition, counted no further than `mostCounted`. */
export async function countUpTo(
  db: Db,
  sites: readonly SiteNow[],
  condition?: (eb: LeadExpressions) => Expression<SqlBool>,
): Promise<number> {
  const siteIds = sites.map(({ siteId }) => siteId);
  const { count } = await db
    .selectFrom((eb) =>
      eb
        .selectFrom("leads")
        .select("leads.id")
        .where(isWithin("leads.siteId", siteIds))
        .$if(condition !== undefined, (q) =>
          q.where((leads) => (condition ? condition(leads) : leads.and([]))),
        )
        .limit(mostCounted)
        .as("some"),
    )
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}
