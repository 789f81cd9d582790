// Many leads at once, each with what it came with, in a few statements.
import type { Activity } from "@studydesk/domain/leads/activity";
import { sql } from "kysely";
import type { Db } from "../open-database";
import type { NewRow } from "../schema";

export interface LeadToInsert {
  lead: NewRow<"leads">;
  /** What was sent with it, as it was written. */
  submission: Omit<NewRow<"submissions">, "leadId">;
  consent: { consentTextId: number; givenAt: string };
  activity: Activity;
  /** Of the activity. */
  at: string;
  byUserId: string | null;
}

/** Gives the ids in the order of what was given. */
export async function insertLeads(trx: Db, leads: readonly LeadToInsert[]): Promise<number[]> {
  if (leads.length === 0) return [];
  const made = await trx
    .insertInto("leads")
    .values(leads.map(({ lead }) => lead))
    .returning("id")
    .execute();
  // Ids are given out in the order of the values; which order the answer has is nowhere promised.
  const ids = made.map(({ id }) => id).sort((a, b) => a - b);
  const idOf = (index: number) => {
    const id = ids[index];
    if (id === undefined) throw new Error("A lead was not inserted.");
    return id;
  };
  const sent = await trx
    .insertInto("submissions")
    .values(leads.map(({ submission }, index) => ({ ...submission, leadId: idOf(index) })))
    .returning(["id", "leadId"])
    .execute();
  const submissionOf = new Map(sent.map(({ id, leadId }) => [leadId, id]));
  await trx
    .insertInto("consents")
    .values(
      leads.map(({ consent }, index) => ({
        ...consent,
        leadId: idOf(index),
        submissionId: submissionOf.get(idOf(index)) ?? 0,
      })),
    )
    .execute();
  await trx
    .insertInto("activities")
    .values(
      leads.map(({ activity, at, byUserId }, index) => ({
        leadId: idOf(index),
        ...{ at, byUserId, kind: activity.kind, data: JSON.stringify(activity) },
      })),
    )
    .execute();
  return ids;
}

/** Leads of a study site that may be the same person as one of these, by address or number. */
export async function listSamePeople(
  db: Db,
  place: { studyId: number; siteId: number },
  people: { emails: readonly string[]; phones: readonly string[] },
): Promise<
  {
    id: number;
    emailFolded: string;
    phone: string | null;
    importId: number | null;
    importRow: number | null;
  }[]
> {
  const { emails, phones } = people;
  const found = [];
  // Two questions, each within an index of its own.
  for (const [column, values] of [
    ["emailFolded", emails],
    ["phone", phones],
  ] as const) {
    if (values.length === 0) continue;
    const rows = await db
      .selectFrom("leads")
      .select(["id", "emailFolded", "phone", "importId", "importRow"])
      .where("studyId", "=", place.studyId)
      // The plus keeps SQLite from walking through all leads of the study site.
      .where(sql<boolean>`+"siteId" = ${place.siteId}`)
      .where(column, "in", values)
      .execute();
    found.push(...rows);
  }
  return found;
}
