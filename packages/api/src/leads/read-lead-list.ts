// The inbox, page by page. A cursor holds the last row's id and place in the order, never a name: it
// travels in URLs.
import { countLeads, type LeadCounts } from "@studydesk/db/leads/count-leads";
import { findLead } from "@studydesk/db/leads/lead-queries";
import { type LeadPosition, listLeads } from "@studydesk/db/leads/list-leads";
import type { Db } from "@studydesk/db/open-database";
import { DomainError } from "@studydesk/domain/errors";
import type { ListLeadsInput } from "@studydesk/domain/leads/lead-inputs";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import { z } from "zod";
import type { Deps } from "../deps";
import { type LeadRow, toLeadRow } from "./lead-view";
import { readSitesNow } from "./site-now";

export async function readLeadList(
  deps: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  input: ListLeadsInput,
): Promise<{ rows: LeadRow[]; nextCursor: string | null }> {
  const sites = await readSitesNow(deps, siteIdsOf(viewer));
  const { filters, sort, descending, limit, cursor } = input;
  const now = deps.now();
  const after = cursor ? await readCursor(deps.db, viewer, input, cursor) : undefined;
  const { rows, last } = await listLeads(deps.db, {
    sites,
    filters,
    sort,
    descending,
    after,
    limit,
    userId: viewer.userId,
    now: now.toISOString(),
  });
  return {
    rows: rows.map((row) => toLeadRow(row, now)),
    nextCursor: last && rows.length === limit ? writeCursor(input, last) : null,
  };
}

export async function readLeadCounts(
  deps: Pick<Deps, "db" | "now">,
  viewer: Viewer,
): Promise<LeadCounts> {
  return countLeads(deps.db, await readSitesNow(deps, siteIdsOf(viewer)), viewer.userId);
}

const countedSorts = new Set(["status", "attempts"]);

/** The key is of the order's own kind, since the database compares it with a column. */
const cursorShape = z
  .tuple([
    z.string(),
    z.boolean(),
    z.int32().positive(),
    z.union([z.string().max(200), z.int32(), z.null()]),
  ])
  .refine(
    ([sort, , , key]) => key === null || countedSorts.has(sort) === (typeof key === "number"),
  );

function writeCursor({ sort, descending }: ListLeadsInput, { id, key }: LeadPosition): string {
  const text = JSON.stringify([sort, descending, id, sort === "name" ? null : key]);
  return Buffer.from(text).toString("base64url");
}

async function readCursor(
  db: Db,
  viewer: Viewer,
  { sort, descending }: ListLeadsInput,
  cursor: string,
): Promise<LeadPosition> {
  const [sortThen, descendingThen, id, key] = parseCursor(cursor);
  if (sortThen !== sort || descendingThen !== descending) throw staleCursor();
  if (sort !== "name") return { id, key };
  const lead = await findLead(db, siteIdsOf(viewer), id);
  if (!lead) throw staleCursor();
  return { id, key: lead.sortName };
}

function parseCursor(cursor: string): z.infer<typeof cursorShape> {
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    throw staleCursor();
  }
}

function staleCursor(): DomainError {
  return new DomainError(
    "invalid",
    "This place in the list is not known any more. Load the list again from its beginning.",
    { reason: "cursor" },
  );
}
