// How long people are kept at a study site, and the runs that erased whoever was due.
import type { Generated } from "kysely";
import type { Fixed } from "./columns";

interface RetentionRulesTable {
  studySiteId: Fixed<number>;
  /** After a lead that never consented was closed; null: not by the clock. */
  closedMonths: number | null;
  /** After somebody who consented was enrolled or left. */
  consentedMonths: number | null;
  /** ISO day; null: the duty to keep the study's records has no known end. */
  recordsKeptUntil: string | null;
  changedAt: string;
  changedBy: string;
  /** When the clock last looked for people who are due. */
  lookedAt: string | null;
  version: Generated<number>;
}

interface RetentionRunsTable {
  id: Generated<number>;
  studySiteId: Fixed<number>;
  byUserId: Fixed<string | null>;
  startedAt: Fixed<string>;
  endedAt: string | null;
  found: Fixed<number>;
  erased: Generated<number>;
  failed: Generated<number>;
  /** Leads up to this one were looked at. */
  upToLeadId: Generated<number>;
}

/** Leads that fall due soon: of whom Home tells the site's admins. */
interface RetentionNoticesTable {
  leadId: Fixed<number>;
  studySiteId: Fixed<number>;
  /** Days on which the desk ran and told of it. */
  daysTold: Generated<number>;
}

export interface RetentionTables {
  retentionRules: RetentionRulesTable;
  retentionRuns: RetentionRunsTable;
  retentionNotices: RetentionNoticesTable;
}
