// The texts on a lead that a note can hang on, as they stand now: what the person wrote, what somebody wrote
// on the timeline, and the evidence of answers.
import { type Activity, activitySchema } from "@studydesk/domain/leads/activity";
import { isAmong } from "../dialect";
import type { Db } from "../open-database";

interface LeadTexts {
  leadId: number;
  ids: readonly number[];
}

export async function listMessages(
  db: Db,
  { leadId, ids }: LeadTexts,
): Promise<{ id: number; text: string | null }[]> {
  return db
    .selectFrom("submissions")
    .select(["id", "message as text"])
    .where("leadId", "=", leadId)
    .where(isAmong(db, "id", ids))
    .execute();
}

export async function listActivitiesAmong(
  db: Db,
  { leadId, ids }: LeadTexts,
): Promise<{ id: number; activity: Activity }[]> {
  const rows = await db
    .selectFrom("activities")
    .select(["id", "data"])
    .where("leadId", "=", leadId)
    .where(isAmong(db, "id", ids))
    .execute();
  return rows.map(({ id, data }) => ({ id, activity: activitySchema.parse(JSON.parse(data)) }));
}

/** Of the answers that stand, by the line that was asked about; oldest first. */
export async function listEvidence(
  db: Db,
  { leadId, ids }: LeadTexts,
): Promise<{ answerId: number; lineId: number; text: string | null }[]> {
  return db
    .selectFrom("answers")
    .innerJoin("criteria", "criteria.id", "answers.criterionId")
    .select(["answers.id as answerId", "criteria.lineId", "answers.evidence as text"])
    .where("answers.leadId", "=", leadId)
    .where("answers.replacedAt", "is", null)
    .where(isAmong(db, "criteria.lineId", ids))
    .orderBy("answers.id")
    .execute();
}
