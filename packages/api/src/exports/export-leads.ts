// Leads go out into a file: exactly those that the list shows, in its order, with its columns; page by page,
// so that 200,000 of them take no more memory than a page. Who took what out is audited, without saying
// whom it was about.
import { listLeadRecords } from "@studydesk/db/leads/lead-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import { type LeadPosition, listLeads } from "@studydesk/db/leads/list-leads";
import type { AuditDetails } from "@studydesk/domain/audit/audit-entry";
import { DomainError } from "@studydesk/domain/errors";
import { type ExportLeadsInput, mostSheetRows } from "@studydesk/domain/exports/export-input";
import { siteIdsOfTransfers } from "@studydesk/domain/imports/import-policy";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { toCsv } from "../imports/rejected-file";
import { readReader } from "../leads/read-lead-list";
import { exportTable } from "./export-cells";
import { recordExport } from "./record-export";
import { writeSheet } from "./write-sheet";

type ExportDeps = Pick<Deps, "db" | "noteKeys" | "now">;

const pageSize = 500;

export interface ExportedFile {
  fileName: string;
  contentType: string;
  pieces: AsyncGenerator<string | Uint8Array>;
}

/** Throws forbidden for whoever works on no site's leads. Nothing is read before the pieces are. */
export async function exportLeads(
  deps: ExportDeps,
  viewer: Viewer,
  input: ExportLeadsInput,
): Promise<ExportedFile> {
  const siteIds = siteIdsOfTransfers(viewer);
  if (siteIds.length === 0) {
    throw new DomainError(
      "forbidden",
      "Coordinators and admins of a site take its leads out. Ask one of them for this file.",
    );
  }
  const isCsv = input.format === "csv";
  await recordExport(deps, viewer.userId, siteIds, "leads.export_begun", describe(input));
  const portions = readPortions(deps, viewer, siteIds, input);
  return {
    fileName: `leads-${deps.now().toISOString().slice(0, 10)}.${input.format}`,
    contentType: isCsv
      ? "text/csv; charset=utf-8"
      : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    pieces: isCsv ? writeCsv(portions) : writeSheet(portions),
  };
}

/** The mark at the beginning tells spreadsheets that the letters are Unicode. */
async function* writeCsv(
  portions: AsyncIterable<readonly (readonly string[])[]>,
): AsyncGenerator<string> {
  yield "\ufeff";
  for await (const rows of portions) yield toCsv(rows);
}

/** The header, then a page at a time; at the end the audit learns how many there were. */
async function* readPortions(
  deps: ExportDeps,
  viewer: Viewer,
  siteIds: readonly number[],
  input: ExportLeadsInput,
): AsyncGenerator<string[][]> {
  const { header, rowOf } = exportTable(input.columns);
  const most = input.format === "xlsx" ? mostSheetRows - 2 : Number.POSITIVE_INFINITY;
  const perSite = new Map<number, number>();
  let count = 0;
  yield [header];
  for await (const leads of readLeads(deps, viewer, siteIds, input)) {
    const fitting = leads.slice(0, most - count);
    for (const { siteId } of fitting) perSite.set(siteId, (perSite.get(siteId) ?? 0) + 1);
    count += fitting.length;
    yield fitting.map(rowOf);
    if (fitting.length < leads.length) {
      yield [["A sheet holds no more rows. Export as CSV, or narrow the list."]];
      break;
    }
  }
  await recordExport(deps, viewer.userId, siteIds, "leads.exported", (siteId) => ({
    ...describe(input)(siteId),
    leads: perSite.get(siteId) ?? 0,
  }));
}

async function* readLeads(
  deps: ExportDeps,
  viewer: Viewer,
  siteIds: readonly number[],
  { selection, sort, descending }: ExportLeadsInput,
): AsyncGenerator<LeadRecord[]> {
  if (selection.kind === "picked") {
    for (let start = 0; start < selection.leadIds.length; start += pageSize) {
      const ids = selection.leadIds.slice(start, start + pageSize);
      yield await listLeadRecords(deps.db, siteIds, ids);
    }
    return;
  }
  const { filters } = selection;
  const reader = await readReader(deps, viewer, filters.search);
  const sites = reader.sites.filter(({ siteId }) => siteIds.includes(siteId));
  const except = new Set(selection.exceptIds);
  let after: LeadPosition | undefined;
  for (;;) {
    const page = { ...reader, sites, filters, sort, descending, after, limit: pageSize };
    const { rows, last } = await listLeads(deps.db, page);
    yield rows.filter(({ id }) => !except.has(id));
    if (rows.length < pageSize || !last) return;
    after = last;
  }
}

/** Which filters, not what was searched for. */
function describe({
  format,
  selection,
  columns,
}: ExportLeadsInput): (siteId: number) => AuditDetails {
  const which =
    selection.kind === "picked"
      ? { picked: selection.leadIds.length }
      : { filters: filterWords(selection.filters) };
  return () => ({ format, columns: columns.join(","), ...which });
}

function filterWords(filters: Readonly<Record<string, unknown>>): string {
  const words = Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => (name === "search" ? "search" : `${name}=${JSON.stringify(value)}`));
  return words.join(" ").slice(0, 500);
}
