// An import as its screen sees it: numbers, names, and what may be done with it now.
import type { NamedImport } from "@studydesk/db/imports/import-queries";
import { type ImportPlan, importPlan } from "@studydesk/domain/imports/import-plan";
import {
  endedImportStates,
  type ImportProblem,
  type ImportState,
  importProblems,
  openImportStates,
  undoUntil,
} from "@studydesk/domain/imports/import-state";
import type { Delimiter, TextEncoding } from "@studydesk/domain/imports/text-encoding";
import type { CheckedImport } from "./check-import";

export interface ImportView {
  id: number;
  state: ImportState;
  fileName: string;
  fileBytes: number;
  siteId: number | null;
  siteName: string | null;
  studyId: number | null;
  studyTitle: string | null;
  byName: string;
  createdAt: string;
  endedAt: string | null;
  encoding: TextEncoding;
  delimiter: Delimiter;
  plan: ImportPlan | null;
  checked: CheckedImport | null;
  /** While it is read: how far. */
  rowsRead: number;
  rowsTotal: number | null;
  leadsMade: number;
  rowsHere: number;
  rowsRejected: number;
  isStopping: boolean;
  problem: ImportProblem | null;
  /** Rows that were not taken can still be had. */
  hasRejects: boolean;
  /** ISO-8601 UTC; null where there is nothing to take back, or no longer. */
  undoUntil: string | null;
  undoneAt: string | null;
  undoneByName: string | null;
  leadsRemoved: number;
  leadsKept: number;
  /** It can still be read in another way, or forgotten. */
  isOpen: boolean;
}

export function toImportView(found: NamedImport, now: Date): ImportView {
  const { state, endedAt, leadsMade } = found;
  const isEnded = endedImportStates.includes(state);
  const until = isEnded && endedAt !== null && leadsMade > 0 ? undoUntil(endedAt) : null;
  const refused = found.rowsHere + found.rowsRejected;
  return {
    id: found.id,
    state,
    fileName: found.fileName,
    fileBytes: found.fileBytes,
    siteId: found.siteId,
    siteName: found.siteName,
    studyId: found.studyId,
    studyTitle: found.studyTitle,
    byName: found.byName,
    createdAt: found.createdAt,
    endedAt,
    encoding: found.encoding,
    delimiter: found.delimiter,
    plan: found.plan === null ? null : importPlan.parse(JSON.parse(found.plan)),
    checked: found.checked === null ? null : JSON.parse(found.checked),
    rowsRead: found.rowsRead,
    rowsTotal: found.rowsTotal,
    leadsMade,
    rowsHere: found.rowsHere,
    rowsRejected: found.rowsRejected,
    isStopping: found.isStopWanted && state === "importing",
    problem: importProblems.find((problem) => problem === found.problem) ?? null,
    hasRejects: isEnded && refused > 0 && found.rejectsDeletedAt === null,
    undoUntil: until !== null && until > now.toISOString() ? until : null,
    undoneAt: found.undoneAt,
    undoneByName: found.undoneByName,
    leadsRemoved: found.leadsRemoved,
    leadsKept: found.leadsKept,
    isOpen: openImportStates.includes(state),
  };
}
