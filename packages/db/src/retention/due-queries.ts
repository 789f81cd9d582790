// Leads at rest of one study at one site, with what the retention clock looks at: nothing about the people.
import {
  closedStatuses,
  type LeadForRetention,
  restingConsented,
} from "@studydesk/domain/retention/retention-rule";
import type { Db } from "../open-database";

/** `daysTold`: on how many days Home told of it; null: nobody was told. */
export type RestingLead = LeadForRetention & { id: number; daysTold: number | null };

/** By id; those merged into another one go with that one. */
export async function listRestingLeads(
  db: Db,
  place: { studyId: number; siteId: number },
  page: { after?: number; limit?: number; toldAlone?: true } = {},
): Promise<RestingLead[]> {
  let query = db
    .selectFrom("leads")
    .leftJoin("retentionNotices", "retentionNotices.leadId", "leads.id")
    .select(["daysTold", "leads.id", "status", "statusSince", "enrolledAt", "followUpAt"])
    .select((eb) =>
      eb
        .selectFrom("submissions")
        .whereRef("submissions.leadId", "=", "leads.id")
        .select((sub) => sub.fn.max("submissions.receivedAt").as("at"))
        .as("lastMessageAt"),
    )
    .where("siteId", "=", place.siteId)
    .where("status", "in", [...closedStatuses, ...restingConsented])
    .where("studyId", "=", place.studyId)
    .where("erasedAt", "is", null)
    .where("mergedIntoId", "is", null)
    .where("leads.id", ">", page.after ?? 0)
    .orderBy("leads.id");
  if (page.toldAlone) query = query.where("daysTold", "is not", null);
  if (page.limit !== undefined) query = query.limit(page.limit);
  return query.execute();
}
