// Home: what waits for a person, how their sites keep the promise, and one site's last weeks in numbers.
// Each number carries the filters that show its rows.

import {
  countOutcomes,
  type DayOfArrivals,
  listArrivals,
  listAwaiting,
  listWaits,
} from "@studydesk/db/home/home-queries";
import { countMatchingLeads } from "@studydesk/db/leads/count-leads";
import type { LeadReader } from "@studydesk/db/leads/lead-filters";
import { listLeadsById } from "@studydesk/db/leads/list-leads";
import type { Db } from "@studydesk/db/open-database";
import { listSites, type Site } from "@studydesk/db/sites/site-queries";
import { medianAnswerHours } from "@studydesk/domain/contact/answer-time";
import { notFound } from "@studydesk/domain/errors";
import {
  type ArrivalDay,
  ageBands,
  filtersOfAge,
  filtersOfArrival,
  filtersOfNumber,
  filtersOfOutcome,
  filtersOfTried,
  type HomeInput,
  type HomeNumber,
  type HomeScope,
  homeDays,
  homeNumbers,
  type OutcomeCount,
  soonHours,
  triedDays,
} from "@studydesk/domain/home/home";
import { siteIdsOf, siteIdsWithRole, type Viewer } from "@studydesk/domain/people/viewer";
import { filtersFor, type ViewFilters } from "@studydesk/domain/views/view-filters";
import type { Deps } from "../deps";
import { type LeadRow, toLeadRow } from "../leads/lead-view";
import { readSitesNow } from "../leads/site-now";

/** How many leads, and the filters that show them. */
export interface Counted {
  count: number;
  /** There are more than were counted. */
  isCapped: boolean;
  filters: ViewFilters;
}

export interface PromiseStanding {
  siteId: number;
  siteName: string;
  promiseHours: number;
  /** Of those whose time was up, or who were reached, in the last 30 days. */
  promised: number;
  kept: number;
  /** Null: too few to say. */
  medianHours: number | null;
  /** Whose promise runs out soon, the most pressing first; a handful at most. */
  runningOut: (LeadRow & { promisedUntil: string })[];
}

export interface SiteCharts {
  siteId: number;
  arrivals: (ArrivalDay & { filters: ViewFilters })[];
  waiting: (Counted & { minDays: number; maxDays: number | null })[];
  outcomes: (OutcomeCount & { filters: ViewFilters })[];
  /** Whom the attempts of this week were made to reach. */
  tried: Counted;
}

export interface HomeView {
  scope: HomeScope;
  numbers: (Counted & { number: HomeNumber })[];
  promises: PromiseStanding[];
  /** Null: the viewer works at no site. */
  charts: SiteCharts | null;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const mostListed = 8;

export async function readHome(
  deps: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  { siteId }: HomeInput,
): Promise<HomeView> {
  const siteIds = siteIdsOf(viewer);
  if (siteId !== undefined && !siteIds.includes(siteId)) throw notFound("site");
  const { db } = deps;
  const now = deps.now();
  const reader: LeadReader = {
    sites: await readSitesNow(deps, siteIds),
    userId: viewer.userId,
    now: now.toISOString(),
  };
  const calls = siteIdsWithRole(viewer, "coordinator", "admin").length > 0;
  const scope: HomeScope = calls ? "mine" : "all";
  const sites = await listSites(db, siteIds);
  const days = new Map<number, DayOfArrivals[]>();
  for (const { id, promiseHours } of sites) {
    const query = { siteId: id, promiseHours, now: reader.now, days: homeDays };
    days.set(id, await listArrivals(db, query));
  }
  const promises: PromiseStanding[] = [];
  for (const site of sites) {
    promises.push(await readPromise(db, viewer, site, days.get(site.id) ?? [], now));
  }
  const shown = siteId ?? sites[0]?.id;
  const numbers: HomeView["numbers"] = [];
  for (const number of homeNumbers) {
    numbers.push({ number, ...(await countFor(db, reader, filtersOfNumber(number, scope))) });
  }
  return {
    scope,
    numbers,
    promises,
    charts:
      shown === undefined ? null : await readCharts(db, reader, shown, days.get(shown) ?? [], now),
  };
}

async function countFor(db: Db, reader: LeadReader, filters: ViewFilters): Promise<Counted> {
  const asked = { ...reader, filters: filtersFor(filters, reader.userId) };
  return { ...(await countMatchingLeads(db, asked)), filters };
}

async function readPromise(
  db: Db,
  viewer: Viewer,
  site: Site,
  days: readonly DayOfArrivals[],
  now: Date,
): Promise<PromiseStanding> {
  const sum = (of: (day: DayOfArrivals) => number) => days.reduce((all, day) => all + of(day), 0);
  const waits = await listWaits(db, site.id, before(now, homeDays * dayMs));
  const promiseMs = site.promiseHours * hourMs;
  const running = await listAwaiting(db, {
    siteId: site.id,
    from: before(now, promiseMs),
    until: before(now, promiseMs - soonHours * hourMs),
    limit: mostListed,
  });
  const rows = await listLeadsById(db, siteIdsOf(viewer), running);
  return {
    siteId: site.id,
    siteName: site.name,
    promiseHours: site.promiseHours,
    promised: sum(({ promised }) => promised),
    kept: sum(({ kept }) => kept),
    medianHours:
      medianAnswerHours(
        waits.map(({ createdAt, firstContactAt }) => ({
          hours:
            ((firstContactAt ? Date.parse(firstContactAt) : now.getTime()) -
              Date.parse(createdAt)) /
            hourMs,
          reached: firstContactAt !== null,
        })),
      ) ?? null,
    runningOut: rows.map((row) => ({
      ...toLeadRow(row, now),
      promisedUntil: new Date(Date.parse(row.createdAt) + promiseMs).toISOString(),
    })),
  };
}

async function readCharts(
  db: Db,
  reader: LeadReader,
  siteId: number,
  days: readonly DayOfArrivals[],
  now: Date,
): Promise<SiteCharts> {
  const waiting: SiteCharts["waiting"] = [];
  for (const band of ageBands) {
    const [minDays, maxDays = null] = band;
    waiting.push({ minDays, maxDays, ...(await countFor(db, reader, filtersOfAge(siteId, band))) });
  }
  const outcomes = await countOutcomes(db, siteId, before(now, triedDays * dayMs));
  return {
    siteId,
    arrivals: Array.from({ length: homeDays }, (_, back) => {
      const daysAgo = homeDays - 1 - back;
      const day = days.find((each) => each.daysAgo === daysAgo);
      const filters = filtersOfArrival(siteId, daysAgo);
      return { daysAgo, arrived: day?.arrived ?? 0, reached: day?.reached ?? 0, filters };
    }),
    waiting,
    outcomes: outcomes.map((each) => ({
      ...each,
      filters: filtersOfOutcome(siteId, each.outcome),
    })),
    tried: await countFor(db, reader, filtersOfTried(siteId)),
  };
}

function before(now: Date, ms: number): string {
  return new Date(now.getTime() - ms).toISOString();
}
