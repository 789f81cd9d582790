// Imports to look at: the history, one of them, and the beginning of a file as it would be read.
import {
  findImport,
  findRememberedPlan,
  type ImportScope,
  type ImportTarget,
  listImports,
  listImportTargets,
  type NamedImport,
} from "@studydesk/db/imports/import-queries";
import { listImportedLeads } from "@studydesk/db/leads/delete-leads";
import type { Db } from "@studydesk/db/open-database";
import { DomainError, notFound } from "@studydesk/domain/errors";
import { guessColumns } from "@studydesk/domain/imports/guess-columns";
import {
  type ImportPlan,
  importPlan,
  mostColumns,
  type PreviewImportInput,
} from "@studydesk/domain/imports/import-plan";
import { siteIdsOfTransfers } from "@studydesk/domain/imports/import-policy";
import { guessDateOrder } from "@studydesk/domain/imports/read-date";
import type { RowField } from "@studydesk/domain/imports/row-problems";
import { fullName } from "@studydesk/domain/leads/full-name";
import type { LeadStatus } from "@studydesk/domain/leads/lead-status";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { importFile } from "./import-files";
import { type ImportView, toImportView } from "./import-view";
import { isFileGone } from "./open-import";
import { headerSha256, readBeginning } from "./read-table";

function scopeOf(viewer: Viewer): ImportScope {
  return { siteIds: siteIdsOfTransfers(viewer), userId: viewer.userId };
}

/** Throws not_found also for an import of another site. */
export async function getImport(db: Db, viewer: Viewer, importId: number): Promise<NamedImport> {
  const found = await findImport(db, scopeOf(viewer), importId);
  if (!found) throw notFound("import");
  return found;
}

const pageSize = 50;

/** Newest first. */
export async function readImports(
  { db, now }: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  { cursor }: { cursor?: number | null | undefined },
): Promise<{ imports: ImportView[]; nextCursor: number | null }> {
  const found = await listImports(db, scopeOf(viewer), {
    below: cursor ?? undefined,
    limit: pageSize,
  });
  return {
    imports: found.map((row) => toImportView(row, now())),
    nextCursor: found.length === pageSize ? (found.at(-1)?.id ?? null) : null,
  };
}

/** Where leads of a file can go: the study sites whose leads the viewer works on. */
export function readImportTargets(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
): Promise<ImportTarget[]> {
  return listImportTargets(db, siteIdsOfTransfers(viewer));
}

export async function readImport(
  { db, now }: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  importId: number,
): Promise<ImportView> {
  return toImportView(await getImport(db, viewer, importId), now());
}

export interface PreviewColumn {
  name: string;
  guess: RowField | null;
  /** As they stand in the first rows, cut short. */
  cells: string[];
  /** Different words of the column, when they are few: a status column has few. */
  words: string[];
  dates: "dmy" | "mdy" | "either" | null;
}

const previewRows = 8;
const mostWords = 30;

/** The beginning of the file, column by column, and how such a file was read before. */
export async function previewImport(
  deps: Pick<Deps, "db" | "importsFolder">,
  viewer: Viewer,
  input: PreviewImportInput,
): Promise<{ columns: PreviewColumn[]; remembered: ImportPlan | null }> {
  const { storedAs } = await getImport(deps.db, viewer, input.importId);
  if (storedAs === null) throw fileGone();
  const beginning = await readBeginning(importFile(deps, storedAs), input).catch(
    (error: unknown) => {
      throw isFileGone(error) ? fileGone() : error;
    },
  );
  const rows = beginning.rows.filter(({ fault }) => fault === null).map(({ cells }) => cells);
  const width = Math.min(
    Math.max(beginning.header.length, ...rows.slice(0, 200).map((cells) => cells.length), 1),
    mostColumns,
  );
  const names = Array.from({ length: width }, (_, index) => beginning.header[index]?.trim() ?? "");
  const guesses = guessColumns(names, rows.slice(0, 200));
  const remembered = await findRememberedPlan(
    deps.db,
    siteIdsOfTransfers(viewer),
    headerSha256(beginning.header),
  );
  return {
    columns: names.map((name, index) => {
      const cells = rows.map((row) => (row[index] ?? "").trim());
      const words = [...new Set(cells.filter((cell) => cell !== "" && cell.length <= 100))];
      return {
        name: name || `Column ${index + 1}`,
        guess: guesses[index] ?? null,
        cells: cells.slice(0, previewRows).map((cell) => cell.slice(0, 120)),
        words: words.length <= mostWords ? words : [],
        dates: guessDateOrder(cells) ?? null,
      };
    }),
    remembered: remembered === undefined ? null : importPlan.parse(JSON.parse(remembered)),
  };
}

function fileGone(): DomainError {
  return new DomainError(
    "rule_broken",
    "The uploaded file is not here any more. Bring it once more.",
    { reason: "file_gone" },
  );
}

/** The leads of an import that are still here, first ones first. */
export async function readImportedLeads(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
  importId: number,
): Promise<{ id: number; name: string; status: LeadStatus }[]> {
  const found = await getImport(db, viewer, importId);
  const leads = await listImportedLeads(db, found.id, 100);
  return leads.map(({ id, status, ...names }) => ({ id, status, name: fullName(names) }));
}
