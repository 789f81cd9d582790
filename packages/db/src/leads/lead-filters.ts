// Which leads a list asks for. The viewer's sites are always part of it; the rest narrows them.
import {
  type FollowUpFilter,
  type LeadFilters,
  noLanguage,
  noOwner,
} from "@studydesk/domain/leads/lead-filters";
import { awaitedStatuses } from "@studydesk/domain/leads/lead-status";
import { startOfDay } from "@studydesk/domain/leads/local-day";
import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import { sql } from "kysely";
import type { Schema } from "../schema";
import { isWithin } from "../sites/is-within";
import { type Condition, progressConditions } from "./progress-conditions";

/** A site of the viewer's, with what "today" and "late" mean there at this moment (ISO-8601 UTC). */
export interface SiteNow {
  siteId: number;
  /** IANA: whose calendar says which day it is. */
  timeZone: string;
  /** The first instant that is no longer today. */
  endOfToday: string;
  /** The first instant after the seven days that follow today. */
  endOfNextSevenDays: string;
  /** Who came before this should have been contacted by now. */
  promiseBefore: string;
}

export type LeadExpressions = ExpressionBuilder<Schema, "leads">;

/** Who asks, and when: what a filter means depends on both. */
export interface LeadReader {
  sites: readonly SiteNow[];
  userId: string;
  /** ISO-8601 UTC. */
  now: string;
}

/** The sites apart, every filter but the text that is searched; see `findLeadsBySearch` for that. */
export function filterConditions(
  eb: LeadExpressions,
  filters: LeadFilters,
  reader: LeadReader,
  /** The columns that stand in the index which is read. */
  within: ReadonlySet<string>,
): Expression<SqlBool>[] {
  const sites = sitesAskedFor(filters, reader.sites);
  const conditions = [...conditionsOf(eb, filters, { ...reader, sites })];
  const direct = conditions.filter(({ column, isRare }) => !isRare || within.has(column));
  const rare = conditions.filter((one) => !direct.includes(one));
  if (rare.length === 0) return direct.map(({ matches }) => matches);
  const siteIds = sites.map(({ siteId }) => siteId);
  const found = eb
    .selectFrom("leads")
    .select("leads.id")
    .where(isWithin("leads.siteId", siteIds))
    .where((inner) => inner.and(rare.map(({ matches }) => matches)));
  return [...direct.map(({ matches }) => matches), eb("leads.id", "in", found)];
}

export function sitesAskedFor(
  { siteIds }: LeadFilters,
  sites: readonly SiteNow[],
): readonly SiteNow[] {
  return siteIds?.length ? sites.filter(({ siteId }) => siteIds.includes(siteId)) : sites;
}

function conditionsOf(
  eb: LeadExpressions,
  filters: LeadFilters,
  { sites, now, userId }: LeadReader,
): Condition[] {
  const { statuses, ownerIds, followUps, age, lastContact, tried, hasNote } = filters;
  const { studyIds, languages, sources, arrived } = filters;
  const conditions: Condition[] = progressConditions(eb, filters);
  const add = (column: string, matches: Expression<SqlBool>, isRare = true) => {
    conditions.push({ column, matches, isRare });
  };
  if (statuses?.length) add("status", isOneOf("leads.status", statuses), false);
  if (ownerIds?.length) add("ownerId", isOwnedBy(eb, ownerIds));
  if (studyIds?.length) add("studyId", isOneOf("leads.studyId", studyIds));
  if (languages?.length) add("language", isSpokenBy(eb, languages));
  if (sources?.length) add("source", eb("leads.source", "in", sources));
  if (followUps?.length) {
    const isRare = !followUps.includes("none");
    add("followUpAt", isFollowUp(eb, followUps, sites, now), isRare);
  }
  if (age) {
    add("createdAt", hasPassed(eb, "leads.createdAt", age, now), age.maxDays !== undefined);
  }
  if (arrived?.from !== undefined || arrived?.to !== undefined) {
    add("createdAt", hasArrived(eb, arrived, sites));
  }
  if (lastContact) add("lastAttemptAt", wasTried(eb, lastContact, now), !lastContact.never);
  if (tried) {
    add("contactAttempts", hasOutcome(eb, tried, now), tried.withinDays !== undefined);
  }
  if (hasNote !== undefined) add("id", hasOwnNote(eb, userId, hasNote), hasNote);
  return conditions;
}

/** A single value is one stretch of an index, in its order; of several ones SQLite makes no such use. */
function isOneOf(
  column: "leads.status" | "leads.studyId",
  values: readonly (string | number)[],
): Expression<SqlBool> {
  const [only, ...others] = values;
  const listed = others.length === 0 ? sql`= ${only}` : sql`in (${sql.join(values)})`;
  return sql<SqlBool>`${sql.ref(column)} ${listed}`;
}

function isOwnedBy(eb: LeadExpressions, ownerIds: readonly string[]): Expression<SqlBool> {
  const people = ownerIds.filter((id) => id !== noOwner);
  return eb.or([
    ...(people.length > 0 ? [eb("leads.ownerId", "in", people)] : []),
    ...(people.length < ownerIds.length ? [eb("leads.ownerId", "is", null)] : []),
  ]);
}

function isSpokenBy(eb: LeadExpressions, languages: readonly string[]): Expression<SqlBool> {
  const tags = languages.filter((tag) => tag !== noLanguage);
  const isTag = eb("leads.language", "in", tags);
  if (tags.length === languages.length) return isTag;
  const isNone = eb("leads.language", "is", null);
  return tags.length === 0 ? isNone : eb.or([isTag, isNone]);
}

/** Each site has its own days. */
function hasArrived(
  eb: LeadExpressions,
  { from, to }: NonNullable<LeadFilters["arrived"]>,
  sites: readonly SiteNow[],
): Expression<SqlBool> {
  return atEachSite(eb, sites, ({ timeZone }) =>
    eb.and([
      ...(from === undefined ? [] : [eb("leads.createdAt", ">=", startOfDay(timeZone, from))]),
      ...(to === undefined ? [] : [eb("leads.createdAt", "<", startOfDay(timeZone, to, 1))]),
    ]),
  );
}

/** Kinds that border on each other are one stretch of time: an index answers it at once. */
function isFollowUp(
  eb: LeadExpressions,
  kinds: readonly FollowUpFilter[],
  sites: readonly SiteNow[],
  now: string,
): Expression<SqlBool> {
  const atSite = ({ endOfToday, endOfNextSevenDays }: SiteNow) => {
    const stretches: Stretch[] = [];
    const addStretch = (kind: FollowUpFilter, from?: string, until?: string) => {
      if (!kinds.includes(kind)) return;
      const last = stretches.at(-1);
      if (last && last.until === from) last.until = until;
      else stretches.push({ from, until });
    };
    addStretch("overdue", undefined, now);
    addStretch("today", now, endOfToday);
    addStretch("next_7_days", endOfToday, endOfNextSevenDays);
    addStretch("later", endOfNextSevenDays);
    const isNone = kinds.includes("none") ? [eb("leads.followUpAt", "is", null)] : [];
    return eb.or([...isNone, ...stretches.map((stretch) => isWithinStretch(eb, stretch))]);
  };
  return atEachSite(eb, sites, atSite);
}

interface Stretch {
  from: string | undefined;
  until: string | undefined;
}

function isWithinStretch(eb: LeadExpressions, { from, until }: Stretch): Expression<SqlBool> {
  return eb.and([
    eb("leads.followUpAt", "is not", null),
    ...(from === undefined ? [] : [eb("leads.followUpAt", ">=", from)]),
    ...(until === undefined ? [] : [eb("leads.followUpAt", "<", until)]),
  ]);
}

const day = 86_400_000;

/** Whole days between then and now: at least so many, at most so many. */
function hasPassed(
  eb: LeadExpressions,
  column: "leads.createdAt" | "leads.lastAttemptAt",
  { minDays, maxDays }: { minDays?: number | undefined; maxDays?: number | undefined },
  now: string,
): Expression<SqlBool> {
  const before = (days: number) => new Date(Date.parse(now) - days * day).toISOString();
  return eb.and([
    ...(minDays === undefined ? [] : [eb(column, "<=", before(minDays))]),
    ...(maxDays === undefined ? [] : [eb(column, ">", before(maxDays + 1))]),
  ]);
}

function wasTried(
  eb: LeadExpressions,
  { never, ...days }: NonNullable<LeadFilters["lastContact"]>,
  now: string,
): Expression<SqlBool> {
  const isUntried = eb("leads.lastAttemptAt", "is", null);
  const isBounded = days.minDays !== undefined || days.maxDays !== undefined;
  if (!isBounded) return never ? isUntried : eb.and([]);
  const passed = hasPassed(eb, "leads.lastAttemptAt", days, now);
  return never ? eb.or([isUntried, passed]) : passed;
}

/** A lead's attempts are looked up within an index that holds all of this: of those alone that were tried since then. */
function hasOutcome(
  eb: LeadExpressions,
  { outcomes, withinDays }: NonNullable<LeadFilters["tried"]>,
  now: string,
): Expression<SqlBool> {
  const attempt = eb
    .selectFrom("contactAttempts")
    .select("contactAttempts.id")
    .whereRef("contactAttempts.leadId", "=", "leads.id")
    .where("contactAttempts.outcome", "in", outcomes)
    .where("contactAttempts.takenBackAt", "is", null);
  if (withinDays === undefined) return eb.exists(attempt);
  const since = new Date(Date.parse(now) - withinDays * day).toISOString();
  return eb.and([
    eb("leads.lastAttemptAt", ">", since),
    eb.exists(attempt.where("contactAttempts.at", ">", since)),
  ]);
}

function hasOwnNote(eb: LeadExpressions, userId: string, wanted: boolean): Expression<SqlBool> {
  const noted = eb
    .selectFrom("notes")
    .select("notes.leadId")
    .where("notes.authorId", "=", userId)
    .where("notes.leadId", "is not", null);
  return eb("leads.id", wanted ? "in" : "not in", noted);
}

/** A follow-up that is due by the end of the site's today. */
export function isDueToday(eb: LeadExpressions, sites: readonly SiteNow[]): Expression<SqlBool> {
  return atEachSite(eb, sites, ({ endOfToday }) => eb("leads.followUpAt", "<", endOfToday));
}

/** Never contacted, and older than the site promises. */
export function isPastPromise(eb: LeadExpressions, sites: readonly SiteNow[]): Expression<SqlBool> {
  return eb.and([
    eb("leads.status", "in", awaitedStatuses),
    eb("leads.firstContactAt", "is", null),
    atEachSite(eb, sites, ({ promiseBefore }) => eb("leads.createdAt", "<", promiseBefore)),
  ]);
}

function atEachSite(
  eb: LeadExpressions,
  sites: readonly SiteNow[],
  condition: (site: SiteNow) => Expression<SqlBool>,
): Expression<SqlBool> {
  const atSite = (site: SiteNow) => eb.and([eb("leads.siteId", "=", site.siteId), condition(site)]);
  const [first, ...others] = sites;
  if (!first) return sql<SqlBool>`1 = 0`;
  // An index answers a single condition; among several it may not.
  return others.length === 0 ? atSite(first) : eb.or(sites.map(atSite));
}
