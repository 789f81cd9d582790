// Sites, studies as imported, and study sites: a study at a site, with its own recruiting status.
import type { CriterionKind } from "@studydesk/domain/studies/criteria";
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
}

interface CriteriaTable {
  id: Generated<number>;
  criteriaVersionId: Fixed<number>;
  position: Fixed<number>;
  kind: Fixed<CriterionKind>;
  label: Fixed<string>;
  heading: Fixed<string | null>;
  text: Fixed<string>;
  /** Nested items as JSON. */
  children: Fixed<string>;
}

interface StudyLocationsTable {
  id: Generated<number>;
  studyId: Fixed<number>;
  position: Fixed<number>;
  facility: Fixed<string>;
  city: Fixed<string | null>;
  state: Fixed<string | null>;
  country: Fixed<string | null>;
  lat: Fixed<number | null>;
  lon: Fixed<number | null>;
  registryStatus: Fixed<string | null>;
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

export interface StudyTables {
  sites: SitesTable;
  studies: StudiesTable;
  criteriaVersions: CriteriaVersionsTable;
  criteria: CriteriaTable;
  studyLocations: StudyLocationsTable;
  studySites: StudySitesTable;
}
