// Leads that may be the same person twice, and those that were merged.
import type { PairState, ScanStatus } from "@studydesk/domain/duplicates/duplicate-pair";
import type { Generated } from "kysely";
import type { Fixed } from "./columns";

/** Leads that are new, or of which what tells people apart was changed; triggers put them here. */
interface DuplicateChecksTable {
  leadId: Fixed<number>;
  /** Goes up when the lead changes again before it was looked at. */
  turn: Generated<number>;
}

interface DuplicatePairsTable {
  /** The lower number of the two. */
  leadA: Fixed<number>;
  leadB: Fixed<number>;
  /** The study site's site: both leads are of one study there. */
  siteId: Fixed<number>;
  /** Closed words of domain/duplicates/compare-people.ts, with spaces between. */
  reasons: string;
  /** 1 to 100. */
  strength: number;
  foundAt: Fixed<string>;
  state: PairState;
  decidedBy: string | null;
  decidedAt: string | null;
}

interface LeadMergesTable {
  id: Generated<number>;
  keptId: Fixed<number>;
  mergedId: Fixed<number>;
  at: Fixed<string>;
  byUserId: Fixed<string>;
  /** JSON of `MovedRows`: what belonged to the merged lead. */
  moved: string;
  /** JSON of columns: what the leads held, and what the kept one got. Null once a person was erased. */
  keptBefore: string | null;
  keptAfter: string | null;
  mergedBefore: string | null;
  undoneAt: string | null;
  undoneBy: string | null;
}

/** A walk through all leads of a site. */
interface DuplicateScansTable {
  id: Generated<number>;
  siteId: Fixed<number>;
  /** Null: the command line. */
  byUserId: Fixed<string | null>;
  status: ScanStatus;
  /** Leads, as they were counted when it began. */
  total: Fixed<number>;
  looked: Generated<number>;
  /** Pairs that were not known before. */
  found: Generated<number>;
  upToLeadId: Generated<number>;
  startedAt: Fixed<string>;
  endedAt: string | null;
}

export interface DuplicateTables {
  duplicateChecks: DuplicateChecksTable;
  duplicatePairs: DuplicatePairsTable;
  leadMerges: LeadMergesTable;
  duplicateScans: DuplicateScansTable;
}
