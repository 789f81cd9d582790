// The timeline of a lead: what the team sees, written with the change it tells of.

import type { ContactChannel, ContactOutcome } from "@studydesk/domain/contact/contact-attempt";
import type { ContactReason } from "@studydesk/domain/contact/contact-reason";
import type { AttemptBefore } from "@studydesk/domain/contact/may-contact";
import { type Activity, activitySchema } from "@studydesk/domain/leads/activity";
import { compileOnce } from "../compile-once";
import type { Db } from "../open-database";
import { isWithin } from "../sites/is-within";

const insertActivity = compileOnce<{
  leadId: number;
  at: string;
  kind: Activity["kind"];
  byUserId: string | null;
  data: string;
}>()((db, { one }) =>
  db.insertInto("activities").values({
    leadId: one("leadId"),
    at: one("at"),
    kind: one("kind"),
    byUserId: one("byUserId"),
    data: one("data"),
  }),
);

export async function addActivity(
  trx: Db,
  entry: { leadId: number; at: string; byUserId: string | null; activity: Activity },
): Promise<void> {
  const { activity, ...row } = entry;
  await insertActivity(trx, { ...row, kind: activity.kind, data: JSON.stringify(activity) });
}

export interface TimelineEntry {
  id: number;
  at: string;
  byUserId: string | null;
  byName: string | null;
  activity: Activity;
  /** A contact that was logged by mistake: it counts nowhere. */
  isTakenBack: boolean;
}

/** What of a timeline is asked for: so many, those before an entry, those of some kinds. */
export interface TimelinePart {
  limit?: number | undefined;
  beforeId?: number | undefined;
  kinds?: readonly Activity["kind"][] | undefined;
}

/** Newest first; all of them without a limit. */
export async function listActivities(
  db: Db,
  siteIds: readonly number[],
  leadId: number,
  { limit, beforeId, kinds }: TimelinePart = {},
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
    .$if(beforeId !== undefined, (q) => q.where("activities.id", "<", beforeId ?? 0))
    .$if(kinds !== undefined, (q) => q.where("activities.kind", "in", [...(kinds ?? [])]))
    .execute();
  const takenBack = new Set(await listTakenBack(db, leadId));
  return rows.map(({ data, ...row }) => {
    const activity = activitySchema.parse(JSON.parse(data));
    const isAttempt = activity.kind === "contact_attempted" || activity.kind === "mail_written";
    const isTakenBack = isAttempt && takenBack.has(activity.attemptId);
    return { ...row, activity, isTakenBack };
  });
}

async function listTakenBack(db: Db, leadId: number): Promise<number[]> {
  const rows = await db
    .selectFrom("contactAttempts")
    .select("id")
    .where("leadId", "=", leadId)
    .where("takenBackAt", "is not", null)
    .execute();
  return rows.map(({ id }) => id);
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
    /** Why it was made although the desk advised against it. */
    despite?: ContactReason | null;
    byUserId: string;
    /** Names one press of a key, however often it is sent. */
    requestKey?: string | null;
  },
): Promise<number> {
  const { id } = await trx
    .insertInto("contactAttempts")
    .values(attempt)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The newest attempts that count, newest first: enough for every rule about how often and when. */
export async function listAttemptsBefore(db: Db, leadId: number): Promise<AttemptBefore[]> {
  return listAttemptRows(db, { leadId });
}

const listAttemptRows = compileOnce<{ leadId: number }>()((db, { one }) =>
  db
    .selectFrom("contactAttempts")
    .select(["at", "channel", "outcome"])
    .where("leadId", "=", one("leadId"))
    .where("takenBackAt", "is", null)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(20),
);

/** The attempt that this press of a key made already, with the change that it was logged with. */
export async function findAttemptByRequest(
  db: Db,
  byUserId: string,
  requestKey: string | undefined,
): Promise<{ leadId: number; changeId?: number } | undefined> {
  if (requestKey === undefined) return undefined;
  const attempt = await db
    .selectFrom("contactAttempts")
    .leftJoin("leadChanges", (join) =>
      join
        .onRef("leadChanges.leadId", "=", "contactAttempts.leadId")
        .onRef("leadChanges.attemptId", "=", "contactAttempts.id")
        .on("leadChanges.undoes", "is", null),
    )
    .select(["contactAttempts.leadId", "leadChanges.id as changeId"])
    .where("contactAttempts.byUserId", "=", byUserId)
    .where("contactAttempts.requestKey", "=", requestKey)
    .executeTakeFirst();
  if (!attempt) return undefined;
  const { leadId, changeId } = attempt;
  return { leadId, ...(changeId === null ? {} : { changeId }) };
}

export interface StandingAttempt {
  id: number;
  at: string;
  outcome: ContactOutcome;
}

/** The attempts that count, oldest first. */
export async function listStandingAttempts(db: Db, leadId: number): Promise<StandingAttempt[]> {
  return db
    .selectFrom("contactAttempts")
    .select(["id", "at", "outcome"])
    .where("leadId", "=", leadId)
    .where("takenBackAt", "is", null)
    .orderBy("at")
    .orderBy("id")
    .execute();
}

export async function findAttempt(
  db: Db,
  id: number,
): Promise<(StandingAttempt & { takenBackAt: string | null }) | undefined> {
  return db
    .selectFrom("contactAttempts")
    .select(["id", "at", "outcome", "takenBackAt"])
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Whether the attempt is a mail that was written here. */
export async function isMail(db: Db, attemptId: number): Promise<boolean> {
  const rows = await db
    .selectFrom("activities")
    .innerJoin("contactAttempts", "contactAttempts.leadId", "activities.leadId")
    .select("activities.data")
    .where("contactAttempts.id", "=", attemptId)
    .where("activities.kind", "=", "mail_written")
    .execute();
  return rows.some(({ data }) => {
    const activity = activitySchema.parse(JSON.parse(data));
    return activity.kind === "mail_written" && activity.attemptId === attemptId;
  });
}

/** Null: it counts again. */
export async function setAttemptTakenBack(trx: Db, id: number, at: string | null): Promise<void> {
  await trx.updateTable("contactAttempts").set({ takenBackAt: at }).where("id", "=", id).execute();
}
