// Which leads a list asks for. The viewer's sites are always part of it; the rest narrows them.
import { foldEmail } from "@studydesk/domain/leads/fold-email";
import { foldText } from "@studydesk/domain/leads/fold-name";
import {
  type FollowUpFilter,
  type LeadFilters,
  noOwner,
} from "@studydesk/domain/leads/lead-filters";
import { openLeadStatuses } from "@studydesk/domain/leads/lead-status";
import { cleanLine } from "@studydesk/domain/leads/typed-text";
import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import { sql } from "kysely";
import type { Schema } from "../schema";
import { isWithin } from "../sites/is-within";

/** A site of the viewer's, with what "today" and "late" mean there at this moment (ISO-8601 UTC). */
export interface SiteNow {
  siteId: number;
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

export function matchesFilters(
  eb: LeadExpressions,
  filters: LeadFilters,
  reader: LeadReader,
): Expression<SqlBool> {
  const sites = sitesAskedFor(filters, reader.sites);
  const isWanted = isWithin(
    "leads.siteId",
    sites.map(({ siteId }) => siteId),
  );
  const conditions = [isWanted, ...commonConditions(eb, filters, { ...reader, sites })];
  const rare = rareConditions(eb, filters);
  if (rare.length > 0) {
    const found = eb.selectFrom("leads").select("leads.id").where(isWanted);
    conditions.push(eb("leads.id", "in", found.where(eb.and(rare))));
  }
  return eb.and(conditions);
}

export function sitesAskedFor(
  { siteIds }: LeadFilters,
  sites: readonly SiteNow[],
): readonly SiteNow[] {
  return siteIds?.length ? sites.filter(({ siteId }) => siteIds.includes(siteId)) : sites;
}

function commonConditions(
  eb: LeadExpressions,
  { statuses, ownerIds, followUps, age, lastContact, hasNote }: LeadFilters,
  { sites, now, userId }: LeadReader,
): Expression<SqlBool>[] {
  return [
    ...(statuses?.length ? [eb("leads.status", "in", statuses)] : []),
    ...(ownerIds?.length ? [isOwnedBy(eb, ownerIds)] : []),
    ...(followUps?.length ? [eb.or(followUps.map((one) => isFollowUp(eb, one, sites, now)))] : []),
    ...(age ? [hasPassed(eb, "leads.createdAt", age, now)] : []),
    ...(lastContact ? [wasTried(eb, lastContact, now)] : []),
    ...(hasNote === undefined ? [] : [hasOwnNote(eb, userId, hasNote)]),
  ];
}

function isOwnedBy(eb: LeadExpressions, ownerIds: readonly string[]): Expression<SqlBool> {
  const people = ownerIds.filter((id) => id !== noOwner);
  return eb.or([
    ...(people.length > 0 ? [eb("leads.ownerId", "in", people)] : []),
    ...(people.length < ownerIds.length ? [eb("leads.ownerId", "is", null)] : []),
  ]);
}

function isFollowUp(
  eb: LeadExpressions,
  one: FollowUpFilter,
  sites: readonly SiteNow[],
  now: string,
): Expression<SqlBool> {
  const at = "leads.followUpAt";
  if (one === "none") return eb(at, "is", null);
  if (one === "overdue") return eb(at, "<", now);
  return atEachSite(eb, sites, ({ endOfToday, endOfNextSevenDays }) => {
    if (one === "today") return eb.and([eb(at, ">=", now), eb(at, "<", endOfToday)]);
    if (one === "later") return eb(at, ">=", endOfNextSevenDays);
    return eb.and([eb(at, ">=", endOfToday), eb(at, "<", endOfNextSevenDays)]);
  });
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

function hasOwnNote(eb: LeadExpressions, userId: string, wanted: boolean): Expression<SqlBool> {
  const noted = eb.selectFrom("notes").select("notes.leadId").where("notes.authorId", "=", userId);
  return eb("leads.id", wanted ? "in" : "not in", noted);
}

/**
 * What few leads may meet is looked up by itself, within an index that holds the columns: walking an
 * order row by row until fifty of a rare kind turn up would read the whole table.
 */
function rareConditions(eb: LeadExpressions, filters: LeadFilters): Expression<SqlBool>[] {
  const { studyIds, languages, sources, search } = filters;
  return [
    ...(studyIds?.length ? [eb("leads.studyId", "in", studyIds)] : []),
    ...(languages?.length ? [eb("leads.language", "in", languages)] : []),
    ...(sources?.length ? [eb("leads.source", "in", sources)] : []),
    ...(search ? [matchesSearch(eb, search)] : []),
  ];
}

/** A follow-up that is due by the end of the site's today. */
export function isDueToday(eb: LeadExpressions, sites: readonly SiteNow[]): Expression<SqlBool> {
  return atEachSite(eb, sites, ({ endOfToday }) => eb("leads.followUpAt", "<", endOfToday));
}

/** Open, never contacted, and older than the site promises. */
export function isPastPromise(eb: LeadExpressions, sites: readonly SiteNow[]): Expression<SqlBool> {
  return eb.and([
    eb("leads.status", "in", openLeadStatuses),
    eb("leads.firstContactAt", "is", null),
    atEachSite(eb, sites, ({ promiseBefore }) => eb("leads.createdAt", "<", promiseBefore)),
  ]);
}

function atEachSite(
  eb: LeadExpressions,
  sites: readonly SiteNow[],
  condition: (site: SiteNow) => Expression<SqlBool>,
): Expression<SqlBool> {
  return eb.or([
    ...sites.map((site) => eb.and([eb("leads.siteId", "=", site.siteId), condition(site)])),
    sql<SqlBool>`1 = 0`,
  ]);
}

/**
 * A word with @ is an address; digits are a phone number or a lead's number (`#1042` only that);
 * anything else is words of the name, in any order, or the beginning of an address.
 */
function matchesSearch(eb: LeadExpressions, search: string): Expression<SqlBool> {
  const text = cleanLine(search);
  const number = /^#?\s*(\d{1,9})$/.exec(text)?.[1];
  const byNumber = number === undefined ? [] : [eb("leads.id", "=", Number(number))];
  if (text.startsWith("#") && number !== undefined) return eb.or(byNumber);
  if (text.includes("@")) return contains("leads.emailFolded", foldEmail(text));
  const digits = text.replace(/\D/g, "").replace(/^0+/, "");
  if (/^[\d\s()+./-]+$/.test(text)) {
    return eb.or([
      ...byNumber,
      ...(digits.length >= 3 ? [contains("leads.phone", digits)] : []),
      contains("leads.phoneTyped", text),
    ]);
  }
  const words = foldText(text).split(" ");
  return eb.or([
    eb.and(words.map((word) => contains("leads.sortName", word))),
    like("leads.emailFolded", `${escaped(foldEmail(text))}%`),
  ]);
}

function contains(column: string, text: string): Expression<SqlBool> {
  return like(column, `%${escaped(text)}%`);
}

function like(column: string, pattern: string): Expression<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} like ${pattern} escape '\\'`;
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}
