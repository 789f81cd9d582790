// Other leads that came under the same address or number, within the given sites alone.
import type { LeadStatus } from "@studydesk/domain/leads/lead-status";
import type { Db } from "../open-database";
import { isWithin } from "../sites/is-within";
import type { LeadRecord } from "./lead-record";

export interface LeadOfSamePerson {
  id: number;
  firstName: string;
  lastName: string;
  studyTitle: string;
  siteName: string;
  status: LeadStatus;
  createdAt: string;
  hasSameEmail: boolean;
  hasSamePhone: boolean;
}

const most = 20;

/** Newest first, 20 at most. An address or a number that is not known is nobody's. */
export async function listLeadsOfSamePerson(
  db: Db,
  siteIds: readonly number[],
  lead: Pick<LeadRecord, "id" | "emailFolded" | "phone">,
): Promise<LeadOfSamePerson[]> {
  const { emailFolded, phone } = lead;
  const rows = await db
    .selectFrom("leads")
    .innerJoin("studies", "studies.id", "leads.studyId")
    .innerJoin("sites", "sites.id", "leads.siteId")
    .select([
      "leads.id",
      "leads.firstName",
      "leads.lastName",
      "studies.title as studyTitle",
      "sites.name as siteName",
      "leads.status",
      "leads.createdAt",
      "leads.emailFolded",
      "leads.phone",
    ])
    .where("leads.id", "in", (eb) =>
      eb
        .selectFrom("leads")
        .select("leads.id")
        .where("leads.emailFolded", "=", emailFolded)
        .where("leads.emailFolded", "!=", "")
        .where(isWithin("leads.siteId", siteIds))
        // Not one question with an "or": this way each half has its index.
        .union(
          eb
            .selectFrom("leads")
            .select("leads.id")
            .where("leads.phone", "=", phone)
            .where(isWithin("leads.siteId", siteIds)),
        ),
    )
    .where("leads.id", "!=", lead.id)
    .where("leads.erasedAt", "is", null)
    .orderBy("leads.id", "desc")
    .limit(most)
    .execute();
  return rows.map(({ emailFolded: email, phone: number, ...row }) => ({
    ...row,
    hasSameEmail: emailFolded !== "" && email === emailFolded,
    hasSamePhone: phone !== null && number === phone,
  }));
}
