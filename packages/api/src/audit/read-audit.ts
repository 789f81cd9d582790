// The audit trail for the screen: rows with the names of the team's people, never with a lead's; how the chain
// stands; and what one may filter by. Admins see the rows of their sites, the owner all.
import { findEndedCheck, findNewestCheck } from "@studydesk/db/audit/check-queries";
import { findRestored } from "@studydesk/db/audit/restored-queries";
import { listAuditActors, listAuditPage, listPersonNames } from "@studydesk/db/audit/trail-queries";
import { listSites } from "@studydesk/db/sites/site-queries";
import type { AuditRow } from "@studydesk/domain/audit/audit-export";
import type { ListAuditInput } from "@studydesk/domain/audit/audit-filters";
import { chainProblemSentence, chainProblems } from "@studydesk/domain/audit/chain-problem";
import type { Restored } from "@studydesk/domain/audit/restored-row";
import { DomainError } from "@studydesk/domain/errors";
import { adminScopeOf, type SiteScope, type Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";

export interface AuditPageView {
  rows: Omit<AuditRow, "previousSha256">[];
  /** Names by user id, of everybody whom these rows speak of. */
  people: Readonly<Record<string, string>>;
  nextBefore: number | null;
}

export interface AuditCheckView {
  startedAt: string;
  endedAt: string | null;
  checked: number;
  total: number;
  /** What does not hold, in words; null: all of it holds, or is not known yet. */
  problem: string | null;
}

export interface AuditState {
  /** The whole trail; false: rows of one's own sites. */
  isWhole: boolean;
  /** Under way, or the newest that came to an end. */
  check: AuditCheckView | null;
  /** What no admin may overlook, in words. */
  warning: string | null;
  /** The newest time that an older database was put back, by the trail's own word; null: never. */
  restored: Restored | null;
  /** When the chain's end was last kept outside the database; null: nowhere. */
  anchoredAt: string | null;
  isAnchoringFailing: boolean;
}

const pageSize = 100;

/** Throws forbidden for whoever is neither the owner nor an admin anywhere. */
export function requireAuditScope(viewer: Viewer): SiteScope {
  const scope = adminScopeOf(viewer);
  if (scope !== undefined) return scope;
  throw new DomainError(
    "forbidden",
    "The audit trail is read by the admins of a site and by the owner. Ask one of them.",
  );
}

/** Throws forbidden. */
export async function readAuditPage(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
  { cursor, ...filters }: ListAuditInput,
): Promise<AuditPageView> {
  const scope = requireAuditScope(viewer);
  const before = cursor ?? undefined;
  const found = await listAuditPage(db, { scope, filters, before, limit: pageSize + 1 });
  const rows = found.slice(0, pageSize).map(({ isReadable: _, previousSha256: __, ...row }) => row);
  const names = await listPersonNames(db, [...new Set(rows.flatMap(peopleIn))]);
  return {
    rows,
    people: Object.fromEntries(names.map(({ userId, name }) => [userId, name])),
    nextBefore: found.length > pageSize ? (rows.at(-1)?.sequence ?? null) : null,
  };
}

/** Whoever did it, whom it was done to, and whom a lead went from and to. */
function peopleIn({ actorId, subject, subjectId, details }: Omit<AuditRow, "previousSha256">) {
  const { userId, from, to } = details;
  const others = [...(subject === "person" ? [subjectId] : []), userId, from, to];
  return [actorId, ...others].filter((id) => typeof id === "string");
}

/** Throws forbidden. */
export async function readAuditChoices(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
): Promise<{
  people: { userId: string; name: string }[];
  sites: { siteId: number; name: string }[];
}> {
  const scope = requireAuditScope(viewer);
  const sites = await listSites(db, scope);
  return {
    people: await listAuditActors(db, scope),
    sites: sites.map(({ id, name }) => ({ siteId: id, name })),
  };
}

/** Throws forbidden. */
export async function readAuditState(
  { db, auditAnchors }: Pick<Deps, "db" | "auditAnchors">,
  viewer: Viewer,
): Promise<AuditState> {
  const isWhole = requireAuditScope(viewer) === "all";
  const newest = await findNewestCheck(db);
  const ended = await findEndedCheck(db);
  const atStart = auditAnchors?.warning();
  const found = ended ? problemWords(ended) : null;
  return {
    isWhole,
    check: newest
      ? {
          ...{ startedAt: newest.startedAt, endedAt: newest.endedAt },
          ...{ checked: newest.checked, total: newest.total, problem: problemWords(newest) },
        }
      : null,
    warning: found ?? (atStart ? chainProblemSentence(atStart.problem, atStart.sequence) : null),
    restored: (await findRestored(db)) ?? null,
    anchoredAt: auditAnchors?.newest()?.at ?? null,
    isAnchoringFailing: auditAnchors?.isFailing() ?? false,
  };
}

function problemWords(check: { problem: string | null; brokenSequence: number | null }) {
  const problem = chainProblems.find((known) => known === check.problem);
  return problem ? chainProblemSentence(problem, check.brokenSequence ?? 0) : null;
}
