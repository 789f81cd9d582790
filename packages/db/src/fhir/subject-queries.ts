// Subjects of studies for an export: what is told of each, page by page in the order of their ids. Leads
// that another one goes on for are not among them, nor what was no lead at all.
import type { Db } from "../open-database";
import type { Row } from "../schema";
import { isWithin } from "../sites/is-within";

const columns = [
  "leads.id",
  "leads.studyId",
  "leads.siteId",
  "leads.status",
  "leads.statusSince",
  "leads.statusReason",
  "leads.createdAt",
  "leads.screenedAt",
  "leads.studyConsentOn",
  "leads.screeningNumber",
  "leads.erasedAt",
  "leads.firstName",
  "leads.lastName",
  "leads.email",
  "leads.phone",
  "leads.language",
  "leads.birthYear",
] as const;

export type SubjectRecord = Pick<
  Row<"leads">,
  (typeof columns)[number] extends `leads.${infer Name}` ? Name & keyof Row<"leads"> : never
> & {
  readonly criterionLabel: string | null;
  readonly siteName: string;
  readonly siteTimeZone: string;
};

export interface SubjectPage {
  readonly studyIds: readonly number[];
  readonly siteIds: readonly number[];
  readonly afterId: number;
  readonly limit: number;
}

/** An empty list of sites or studies lets nothing through. */
export function listSubjects(
  db: Db,
  { studyIds, siteIds, afterId, limit }: SubjectPage,
): Promise<SubjectRecord[]> {
  return db
    .selectFrom("leads")
    .innerJoin("sites", "sites.id", "leads.siteId")
    .leftJoin("criteria", "criteria.id", "leads.criterionId")
    .select(columns)
    .select([
      "criteria.label as criterionLabel",
      "sites.name as siteName",
      "sites.timeZone as siteTimeZone",
    ])
    .where(isWithin("leads.siteId", siteIds))
    .where(isWithin("leads.studyId", studyIds))
    .where("leads.id", ">", afterId)
    .where("leads.status", "!=", "invalid")
    .where("leads.mergedIntoId", "is", null)
    .orderBy("leads.id")
    .limit(limit)
    .execute();
}
