// Subjects of a study at a site for an export: what is told of each, page by page in the order of their ids.
// Leads that another one goes on for are not among them, nor what was no lead at all.
import type { Db } from "../open-database";
import type { Row } from "../schema";

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
  readonly studyId: number;
  readonly siteId: number;
  readonly afterId: number;
  readonly limit: number;
}

export function listSubjects(
  db: Db,
  { studyId, siteId, afterId, limit }: SubjectPage,
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
    .where("leads.siteId", "=", siteId)
    .where("leads.studyId", "=", studyId)
    .where("leads.id", ">", afterId)
    .where("leads.status", "!=", "invalid")
    .where("leads.mergedIntoId", "is", null)
    .orderBy("leads.id")
    .limit(limit)
    .execute();
}
