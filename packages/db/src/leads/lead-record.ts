// A lead as it is read everywhere: its own columns with the names of its study, site and owner, each
// joined by primary key.
import type { Db } from "../open-database";
import type { Row } from "../schema";

export interface LeadRecord extends Omit<Row<"leads">, "doNotContact"> {
  doNotContact: boolean;
  studyTitle: string;
  nctId: string;
  siteName: string;
  siteCity: string;
  /** IANA zone of the site: whose "today" counts. */
  siteTimeZone: string;
  /** Hours within which the site promises a first contact. */
  promiseHours: number;
  ownerName: string | null;
  /** When the person took back the consent to be contacted; null while any consent stands. */
  consentWithdrawnAt: string | null;
}

export function selectLeads(db: Db) {
  return db
    .selectFrom("leads")
    .innerJoin("studies", "studies.id", "leads.studyId")
    .innerJoin("sites", "sites.id", "leads.siteId")
    .leftJoin("user as owner", "owner.id", "leads.ownerId")
    .selectAll("leads")
    .select((eb) => [
      "studies.title as studyTitle",
      "studies.nctId",
      "sites.name as siteName",
      "sites.city as siteCity",
      "sites.timeZone as siteTimeZone",
      "sites.promiseHours",
      "owner.name as ownerName",
      eb
        .selectFrom("consents")
        .select("consents.withdrawnAt")
        .whereRef("consents.leadId", "=", "leads.id")
        .orderBy("consents.id", "desc")
        .limit(1)
        .as("consentWithdrawnAt"),
    ]);
}

/** What a row of a list shows, and no more: fifty of them are read for every page. */
export function selectListedLeads(db: Db) {
  return db
    .selectFrom("leads")
    .innerJoin("studies", "studies.id", "leads.studyId")
    .innerJoin("sites", "sites.id", "leads.siteId")
    .leftJoin("user as owner", "owner.id", "leads.ownerId")
    .select(listedColumns)
    .select([
      "studies.title as studyTitle",
      "sites.name as siteName",
      "sites.promiseHours",
      "owner.name as ownerName",
    ]);
}

const listedColumns = [
  "leads.id",
  "leads.firstName",
  "leads.lastName",
  "leads.language",
  "leads.source",
  "leads.status",
  "leads.statusSince",
  "leads.statusReason",
  "leads.studyId",
  "leads.siteId",
  "leads.ownerId",
  "leads.attemptCount",
  "leads.lastAttemptAt",
  "leads.firstContactAt",
  "leads.followUpAt",
  "leads.followUpNote",
  "leads.createdAt",
  "leads.phone",
  "leads.email",
  "leads.doNotContact",
  "leads.proof",
  "leads.erasedAt",
  "leads.version",
] as const;

type ColumnName<Named> = Named extends `leads.${infer Column}` ? Column : never;
export type ListedLead = Pick<
  LeadRecord,
  | (ColumnName<(typeof listedColumns)[number]> & keyof LeadRecord)
  | "studyTitle"
  | "siteName"
  | "promiseHours"
  | "ownerName"
>;

export function toLeadRecord(
  row: Omit<LeadRecord, "doNotContact"> & { doNotContact: number },
): LeadRecord {
  return { ...row, doNotContact: row.doNotContact === 1 };
}
