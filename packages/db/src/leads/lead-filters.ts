// Which leads a list asks for. The viewer's sites are always part of it; the rest narrows them.
import { foldEmail } from "@studydesk/domain/leads/fold-email";
import { foldText } from "@studydesk/domain/leads/fold-name";
import type { LeadFilters } from "@studydesk/domain/leads/lead-inputs";
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
  /** Who came before this should have been contacted by now. */
  promiseBefore: string;
}

export type LeadExpressions = ExpressionBuilder<Schema, "leads">;

export function matchesFilters(
  eb: LeadExpressions,
  filters: LeadFilters,
  sites: readonly SiteNow[],
): Expression<SqlBool> {
  const { statuses, siteIds, ownerId, due } = filters;
  const wanted = siteIds?.length ? sites.filter(({ siteId }) => siteIds.includes(siteId)) : sites;
  const isWanted = isWithin(
    "leads.siteId",
    wanted.map(({ siteId }) => siteId),
  );
  const conditions: Expression<SqlBool>[] = [isWanted];
  if (statuses?.length) conditions.push(eb("leads.status", "in", statuses));
  if (ownerId === "none") conditions.push(eb("leads.ownerId", "is", null));
  else if (ownerId) conditions.push(eb("leads.ownerId", "=", ownerId));
  if (due) conditions.push(isDueToday(eb, wanted));
  const rare = rareConditions(eb, filters);
  if (rare.length > 0) {
    const found = eb.selectFrom("leads").select("leads.id").where(isWanted);
    conditions.push(eb("leads.id", "in", found.where(eb.and(rare))));
  }
  return eb.and(conditions);
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
