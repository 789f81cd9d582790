// Plain-language texts beside the registry's.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { OverviewOrigin } from "@studydesk/domain/studies/overview";
import type { Generated } from "kysely";
import type { Fixed } from "./columns";

interface OverviewsTable {
  id: Generated<number>;
  studyId: Fixed<number>;
  language: Fixed<PublicLanguage>;
  /** Frozen once published. */
  text: string;
  origin: OverviewOrigin;
  /** What drafted it, as the endpoint calls it. */
  model: string | null;
  /** Of the registry text that it was made from, and at last checked against. */
  sourceSha256: string;
  /** The text that another took the place of in this draft, as JSON: one step back. */
  previous: string | null;
  /** Of a published one: what the checks had marked and the publisher stood by, as JSON. */
  checkedFindings: string | null;
  createdAt: Fixed<string>;
  createdBy: Fixed<string>;
  updatedAt: string;
  updatedBy: string;
  /** Null: a draft. */
  publishedAt: string | null;
  publishedBy: string | null;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
  version: Generated<number>;
}

export interface OverviewTables {
  overviews: OverviewsTable;
}
