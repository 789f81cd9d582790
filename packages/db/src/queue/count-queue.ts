// How much Today still holds for one desk: the queue's own conditions, counted. What rests until later is
// left out; what is in front of a colleague is not, since it may come back.
import type { Expression, SqlBool } from "kysely";
import { countUpTo, mostCounted } from "../leads/count-leads";
import { isDueToday, isPastPromise, type LeadExpressions } from "../leads/lead-filters";
import type { Db } from "../open-database";
import { isWithin } from "../sites/is-within";
import {
  askedForCall,
  hasCome,
  isForDesk,
  isStalled,
  notAskedForCall,
  type TodayQuery,
} from "./next-leads";
import { listRestingLeads } from "./skip-queries";

export interface QueueCounts {
  /** All classes together. */
  waiting: number;
  /** Of these, never reached and older than the site promises. */
  pastPromise: number;
  /** Calls agreed for later today: not waiting yet. */
  appointments: number;
  /** When the first of them is, ISO-8601 UTC. */
  nextAppointmentAt: string | null;
}

type Condition = (eb: LeadExpressions) => Expression<SqlBool>;

export async function countQueue(db: Db, query: TodayQuery): Promise<QueueCounts> {
  const { sites } = query;
  const parts: readonly Condition[] = [
    (eb) => eb.and([isDueToday(eb, sites), eb.or([hasCome(eb, query), notAskedForCall])]),
    (eb) => eb.and([eb("leads.status", "=", "new"), eb("leads.followUpAt", "is", null)]),
    (eb) => isStalled(eb, query),
  ];
  const count = (condition: Condition) =>
    countUpTo(db, sites, (eb) => eb.and([isForDesk(eb, query), condition(eb)]));
  const isInQueue: Condition = (eb) => eb.or(parts.map((part) => part(eb)));
  const isLate: Condition = (eb) => eb.and([isPastPromise(eb, sites), isInQueue(eb)]);
  let waiting = 0;
  for (const part of parts) waiting += await count(part);
  const pastPromise = await count(isLate);
  // Few rest: looked up from there, and taken off, they cost nothing.
  const resting = await listRestingLeads(db, query);
  const countResting = async (condition: Condition) =>
    resting.length === 0
      ? 0
      : count((eb) => eb.and([eb("leads.id", "in", resting), condition(eb)]));
  return {
    waiting: Math.min(mostCounted, waiting - (await countResting(isInQueue))),
    pastPromise: pastPromise - (await countResting(isLate)),
    ...(await readAppointments(db, query)),
  };
}

async function readAppointments(
  db: Db,
  query: TodayQuery,
): Promise<Pick<QueueCounts, "appointments" | "nextAppointmentAt">> {
  const siteIds = query.sites.map(({ siteId }) => siteId);
  return db
    .selectFrom("leads")
    .select((eb) => [
      eb.fn.countAll<number>().as("appointments"),
      eb.fn.min("leads.followUpAt").as("nextAppointmentAt"),
    ])
    .where(isWithin("leads.siteId", siteIds))
    .where("leads.followUpAt", ">", query.now)
    .where((eb) => eb.and([isDueToday(eb, query.sites), isForDesk(eb, query), askedForCall]))
    .executeTakeFirstOrThrow();
}
