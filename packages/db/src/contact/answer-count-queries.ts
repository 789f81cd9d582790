// When a site's people answer the telephone: counts by part of the week and hour, kept so that a suggestion
// costs one small read however many attempts there are.
import type { ContactChannel, ContactOutcome } from "@studydesk/domain/contact/contact-attempt";
import type { AnswerCount } from "@studydesk/domain/contact/next-try";
import { lockByName } from "../dialect";
import type { Db } from "../open-database";

export async function listAnswerCounts(db: Db, siteId: number): Promise<AnswerCount[]> {
  return db
    .selectFrom("answerCounts")
    .select(["dayKind", "hour", "tried", "reached"])
    .where("siteId", "=", siteId)
    .orderBy("dayKind")
    .orderBy("hour")
    .execute();
}

export interface AttemptToCount {
  id: number;
  at: string;
  siteId: number;
  /** IANA zone of the person. */
  timeZone: string;
  channel: ContactChannel;
  outcome: ContactOutcome;
}

/** The next attempts behind those that are counted, oldest first; nobody else counts until the end. */
export async function listAttemptsToCount(trx: Db, limit: number): Promise<AttemptToCount[]> {
  await lockByName(trx, "answer counts");
  const { lastAttemptId } = await trx
    .selectFrom("answersCounted")
    .select("lastAttemptId")
    .executeTakeFirstOrThrow();
  return trx
    .selectFrom("contactAttempts")
    .innerJoin("leads", "leads.id", "contactAttempts.leadId")
    .select([
      "contactAttempts.id",
      "contactAttempts.at",
      "contactAttempts.channel",
      "contactAttempts.outcome",
      "leads.siteId",
      "leads.timeZone",
    ])
    .where("contactAttempts.id", ">", lastAttemptId)
    .where("contactAttempts.takenBackAt", "is", null)
    .orderBy("contactAttempts.id")
    .limit(limit)
    .execute();
}

export async function addAnswerCounts(
  trx: Db,
  counts: readonly (AnswerCount & { siteId: number })[],
  lastAttemptId: number,
): Promise<void> {
  for (const count of counts) {
    await trx
      .insertInto("answerCounts")
      .values(count)
      .onConflict((oc) =>
        oc.columns(["siteId", "dayKind", "hour"]).doUpdateSet((eb) => ({
          tried: eb("answerCounts.tried", "+", count.tried),
          reached: eb("answerCounts.reached", "+", count.reached),
        })),
      )
      .execute();
  }
  await trx.updateTable("answersCounted").set({ lastAttemptId }).execute();
}
