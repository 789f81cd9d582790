// Leads at rest of one study at one site, with what the retention clock looks at: nothing about the people.
import {
  closedStatuses,
  type LeadForRetention,
  restingConsented,
} from "@studydesk/domain/retention/retention-rule";
import type { Db } from "../open-database";

export type RestingLead = LeadForRetention & { id: number };

/** By id; those merged into another one go with that one. */
export async function listRestingLeads(
  db: Db,
  place: { studyId: number; siteId: number },
  page: { after?: number; limit?: number } = {},
): Promise<RestingLead[]> {
  let query = db
    .selectFrom("leads")
    .select(["leads.id", "status", "statusSince", "enrolledAt", "followUpAt"])
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
  if (page.limit !== undefined) query = query.limit(page.limit);
  return query.execute();
}
