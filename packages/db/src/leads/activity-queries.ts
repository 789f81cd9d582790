// The timeline of a lead: what the team sees, written with the change it tells of.
import { type Activity, activitySchema } from "@studydesk/domain/leads/activity";
import type { ContactChannel, ContactOutcome } from "@studydesk/domain/leads/contact-attempt";
import type { Db } from "../open-database";
import { isWithin } from "../sites/is-within";

export async function addActivity(
  trx: Db,
  entry: { leadId: number; at: string; byUserId: string | null; activity: Activity },
): Promise<void> {
  const { activity, ...row } = entry;
  await trx
    .insertInto("activities")
    .values({ ...row, kind: activity.kind, data: JSON.stringify(activity) })
    .execute();
}

export interface TimelineEntry {
  id: number;
  at: string;
  byUserId: string | null;
  byName: string | null;
  activity: Activity;
}

/** Newest first; all of them without a limit. */
export async function listActivities(
  db: Db,
  siteIds: readonly number[],
  leadId: number,
  limit?: number,
): Promise<TimelineEntry[]> {
  const rows = await db
    .selectFrom("activities")
    .innerJoin("leads", "leads.id", "activities.leadId")
    .leftJoin("user", "user.id", "activities.byUserId")
    .select([
      "activities.id",
      "activities.at",
      "activities.byUserId",
      "user.name as byName",
      "activities.data",
    ])
    .where("activities.leadId", "=", leadId)
    .where(isWithin("leads.siteId", siteIds))
    .orderBy("activities.id", "desc")
    .$if(limit !== undefined, (q) => q.limit(limit ?? 0))
    .execute();
  return rows.map(({ data, ...row }) => ({
    ...row,
    activity: activitySchema.parse(JSON.parse(data)),
  }));
}

/** An attempt to reach the person; gives its id. */
export async function addContactAttempt(
  trx: Db,
  attempt: {
    leadId: number;
    at: string;
    channel: ContactChannel;
    outcome: ContactOutcome;
    note: string | null;
    byUserId: string;
  },
): Promise<number> {
  const { id } = await trx
    .insertInto("contactAttempts")
    .values(attempt)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
