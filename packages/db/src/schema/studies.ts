// Sites, studies as imported, and study sites: a study at a site, with its own recruiting status.
import type { AskCost } from "@studydesk/domain/screening/answer-rule";
import type { CriterionKind } from "@studydesk/domain/studies/criteria";
import type { RecordSource } from "@studydesk/domain/studies/study-change";
import type { RecruitingStatus } from "@studydesk/domain/studies/study-inputs";
import type { Generated } from "kysely";
import type { Fixed } from "./columns";

interface SitesTable {
  id: Generated<number>;
  name: string;
  city: string;
  /** ISO 3166-1 alpha-2: the default country of a phone number. */
  countryCode: string;
  /** IANA zone. */
  timeZone: string;
  /** The site's promise to visitors: hours to first contact. */
  promiseHours: number;
  createdAt: Fixed<string>;
  version: Generated<number>;
}

interface StudiesTable {
  id: Generated<number>;
  nctId: Fixed<string>;
  title: string;
  /** The registry's closed list, in its own spelling. */
  overallStatus: string;
  /** `ImportedStudy` of domain, as JSON: everything that the study page shows. */
  imported: string;
  /** The file as it came, as JSON text. */
  record: string;
  recordSha256: string;
  importedAt: string;
  version: Generated<number>;
}

interface CriteriaVersionsTable {
  id: Generated<number>;
  studyId: Fixed<number>;
  number: Fixed<number>;
  createdAt: Fixed<string>;
  /** Who began it: an import of the record, or somebody here. */
  origin: Fixed<CriteriaOrigin>;
  /** Null: a draft, at most one a study; from then on nothing in it changes. */
  publishedAt: string | null;
  publishedBy: string | null;
  /** The version that a draft was made from. */
  basedOnId: Fixed<number | null>;
  /** Counts the saves of a draft. */
  revision: Generated<number>;
  /** Who saved the draft last; null: nobody yet, or a record that changed. */
  savedBy: string | null;
}

export type CriteriaOrigin = "registry" | "team";

/** Rows of a published version stay as they are. */
interface CriteriaTable {
  id: Generated<number>;
  criteriaVersionId: Fixed<number>;
  /** The same criterion in every version. */
  lineId: number;
  position: number;
  kind: CriterionKind;
  label: string;
  heading: string | null;
  text: string;
  /** Nested items as JSON. */
  children: string;
  /** For the phone; null: the text itself is asked. */
  wording: string | null;
  /** `AnswerRule` of domain, as JSON. */
  rule: string;
  cost: AskCost;
  /** `CriterionDoubt` of domain, as JSON; null: none, or settled. */
  doubt: string | null;
}

interface StudyLocationsTable {
  id: Generated<number>;
  studyId: Fixed<number>;
  position: number;
  facility: Fixed<string>;
  city: Fixed<string | null>;
  state: string | null;
  country: string | null;
  lat: number | null;
  lon: number | null;
  registryStatus: string | null;
}

interface StudySitesTable {
  id: Generated<number>;
  studyId: Fixed<number>;
  siteId: Fixed<number>;
  locationId: number | null;
  recruiting: RecruitingStatus;
  createdAt: Fixed<string>;
  version: Generated<number>;
}

interface StudyRevisionsTable {
  id: Generated<number>;
  studyId: Fixed<number>;
  at: Fixed<string>;
  /** Null: the command line, or the server by itself. */
  byUserId: Fixed<string | null>;
  source: Fixed<RecordSource>;
  recordSha256: Fixed<string>;
  /** `StudyChange[]` of domain, as JSON. */
  changes: Fixed<string>;
  /** The criteria version that this import made; null when the criteria stayed. */
  criteriaVersion: Fixed<number | null>;
}

interface RegistryChecksTable {
  studyId: Fixed<number>;
  checkedAt: string;
  /** A sentence; null when the registry answered with a record. */
  problem: string | null;
  /** A record that differs from the stored one and was not taken over (yet), as JSON text. */
  foundRecord: string | null;
  foundSha256: string | null;
}

interface LeasesTable {
  name: Fixed<string>;
  heldBy: string;
  until: string;
}

export interface StudyTables {
  sites: SitesTable;
  studies: StudiesTable;
  criteriaVersions: CriteriaVersionsTable;
  criteria: CriteriaTable;
  studyLocations: StudyLocationsTable;
  studySites: StudySitesTable;
  studyRevisions: StudyRevisionsTable;
  registryChecks: RegistryChecksTable;
  leases: LeasesTable;
}
