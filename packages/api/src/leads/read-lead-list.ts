// The inbox: its pages, its numbers, and the way to one lead. A cursor holds the last row's id and its
// place in the order (a time, a number, an id), never a name.
import { countMatchingLeads } from "@studydesk/db/leads/count-leads";
import { findLeads } from "@studydesk/db/leads/find-leads";
import type { LeadReader } from "@studydesk/db/leads/lead-filters";
import { findLead } from "@studydesk/db/leads/lead-queries";
import { type LeadPosition, listLeadsShown } from "@studydesk/db/leads/list-leads";
import type { Db } from "@studydesk/db/open-database";
import { DomainError } from "@studydesk/domain/errors";
import type {
  CountLeadsInput,
  FindLeadsInput,
  ListLeadsInput,
} from "@studydesk/domain/leads/lead-inputs";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import { z } from "zod";
import type { Deps } from "../deps";
import { findNotedLeads } from "../notes/find-noted-leads";
import { type LeadRow, toLeadRow } from "./lead-view";
import { readSitesNow } from "./site-now";

type ListDeps = Pick<Deps, "db" | "noteKeys" | "now">;

export async function readLeadList(
  deps: ListDeps,
  viewer: Viewer,
  input: ListLeadsInput,
): Promise<{ rows: LeadRow[]; nextCursor: string | null }> {
  const { filters, sort, descending, limit, cursor } = input;
  const after = cursor ? await readCursor(deps.db, viewer, input, cursor) : undefined;
  const { rows, last } = await listLeadsShown(deps.db, {
    ...(await readReader(deps, viewer, filters.search)),
    filters,
    sort,
    descending,
    after,
    limit,
  });
  const now = deps.now();
  return {
    rows: rows.map((row) => toLeadRow(row, now)),
    nextCursor: last && rows.length === limit ? writeCursor(input, last) : null,
  };
}

/** Who asks, for the queries of lists and counts; `search` is looked for in their own notes, too. */
export async function readReader(
  deps: ListDeps,
  viewer: Viewer,
  search: string | undefined,
): Promise<LeadReader & { notedLeadIds: readonly number[] }> {
  return {
    sites: await readSitesNow(deps, siteIdsOf(viewer)),
    userId: viewer.userId,
    now: deps.now().toISOString(),
    notedLeadIds: await findNotedLeads(deps, viewer, search),
  };
}

/** How many leads a list with these filters would show; capped: more than the number that is given. */
export async function readLeadCount(
  deps: ListDeps,
  viewer: Viewer,
  { filters }: CountLeadsInput,
): Promise<{ count: number; isCapped: boolean }> {
  const reader = await readReader(deps, viewer, filters.search);
  return countMatchingLeads(deps.db, { ...reader, filters });
}

export type FoundLead = Pick<
  LeadRow,
  "id" | "firstName" | "lastName" | "status" | "studyTitle" | "siteName" | "erasedAt"
>;

/** A few leads to go to, the best matches first. */
export async function findLeadsToOpen(
  deps: ListDeps,
  viewer: Viewer,
  { text, limit }: FindLeadsInput,
): Promise<FoundLead[]> {
  const reader = await readReader(deps, viewer, text);
  const leads = await findLeads(deps.db, { ...reader, text, limit });
  return leads.map(({ id, firstName, lastName, status, studyTitle, siteName, erasedAt }) => ({
    id,
    firstName,
    lastName,
    status,
    studyTitle,
    siteName,
    erasedAt,
  }));
}

const countedSorts = new Set(["status", "attempts", "study", "site"]);

/** The key is of the order's own kind, since the database compares it with a column. */
const cursorShape = z
  .tuple([
    z.string(),
    z.boolean(),
    z.int32().positive(),
    z.union([z.string().regex(/^[\w:.+-]{1,64}$/), z.int32(), z.null()]),
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
