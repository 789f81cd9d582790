// Imports of leads from files, and their rows that were not taken.
import type { ImportState } from "@studydesk/domain/imports/import-state";
import type { RowField, RowReason } from "@studydesk/domain/imports/row-problems";
import type { Delimiter, TextEncoding } from "@studydesk/domain/imports/text-encoding";
import type { Generated } from "kysely";
import type { Fixed, Flag } from "./columns";

interface LeadImportsTable {
  id: Generated<number>;
  byUserId: Fixed<string>;
  /** Null until they were chosen: only whoever brought the file sees it then. */
  siteId: number | null;
  studyId: number | null;
  fileName: string;
  fileBytes: Fixed<number>;
  /** Its name in the imports folder; null once the file was deleted. */
  storedAs: string | null;
  encoding: TextEncoding;
  delimiter: Delimiter;
  /** Of the header's words, in order: files of the same make are read the same way. */
  headerSha256: string;
  state: ImportState;
  /** JSON of an ImportPlan. */
  plan: string | null;
  /** JSON of what the trial run found. */
  checked: string | null;
  /** The declaration that the consents of its leads point to. */
  consentTextId: number | null;
  rowsRead: Generated<number>;
  rowsTotal: number | null;
  leadsMade: Generated<number>;
  rowsHere: Generated<number>;
  rowsRejected: Generated<number>;
  leadsRemoved: Generated<number>;
  leadsKept: Generated<number>;
  /** How far taking it back has come: the id of the last lead looked at. */
  undoneUpTo: Generated<number>;
  isStopWanted: Generated<Flag>;
  /** Why it failed or was stopped, as one of a closed list. */
  problem: string | null;
  createdAt: Fixed<string>;
  startedAt: string | null;
  endedAt: string | null;
  undoneAt: string | null;
  undoneByUserId: string | null;
  rejectsDeletedAt: string | null;
}

interface LeadImportRejectsTable {
  importId: Fixed<number>;
  /** Counted from 1, without the header and without empty rows. */
  row: Fixed<number>;
  /** Of the file, where the row begins. */
  line: Fixed<number>;
  reason: Fixed<RowReason>;
  field: Fixed<RowField | null>;
  /** The lead that is the same person. */
  leadId: Fixed<number | null>;
  sameAsRow: Fixed<number | null>;
  /** "" where there is none; by it an erasure finds the row. */
  emailFolded: Fixed<string>;
  /** JSON: the row as it stood in the file. */
  cells: Fixed<string>;
}

export interface ImportTables {
  leadImports: LeadImportsTable;
  leadImportRejects: LeadImportRejectsTable;
}
