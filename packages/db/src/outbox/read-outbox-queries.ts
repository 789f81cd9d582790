// The outbox as it is looked at: what was sent, what waits, and for how long.
import type { MailStatus } from "@studydesk/domain/outbox/mail";
import type { SiteScope } from "@studydesk/domain/people/viewer";
import type { Db } from "../open-database";
import type { Row } from "../schema";
import { isWithin } from "../sites/is-within";

/** A mail as a list shows it. */
export type MailHead = Omit<
  Row<"outbox">,
  | "messageId"
  | "textBody"
  | "htmlBody"
  | "unsubscribeUrl"
  | "replyTo"
  | "attemptId"
  | "calendar"
  | "leasedUntil"
  | "leasedBy"
>;

/** Newest first, `limit` beyond the id `after`. */
export async function listMail(
  db: Db,
  sites: SiteScope,
  page: { status?: MailStatus | undefined; after?: number | undefined; limit: number },
): Promise<MailHead[]> {
  let query = db
    .selectFrom("outbox")
    .select([
      "id",
      "kind",
      "siteId",
      "leadId",
      "toAddress",
      "subject",
      "status",
      "attempts",
      "createdAt",
      "nextAttemptAt",
      "sentAt",
      "lastError",
    ])
    .where(isWithin("siteId", sites));
  if (page.status) query = query.where("status", "=", page.status);
  if (page.after) query = query.where("id", "<", page.after);
  return query.orderBy("id", "desc").limit(page.limit).execute();
}

export async function findMail(
  db: Db,
  sites: SiteScope,
  id: number,
): Promise<Row<"outbox"> | undefined> {
  return db
    .selectFrom("outbox")
    .selectAll()
    .where("id", "=", id)
    .where(isWithin("siteId", sites))
    .executeTakeFirst();
}

export async function countMail(db: Db, sites: SiteScope): Promise<Record<MailStatus, number>> {
  const rows = await db
    .selectFrom("outbox")
    .select((eb) => ["status" as const, eb.fn.countAll<number>().as("count")])
    .where(isWithin("siteId", sites))
    .groupBy("status")
    .execute();
  const count = (status: MailStatus) => rows.find((row) => row.status === status)?.count ?? 0;
  return { queued: count("queued"), sent: count("sent"), failed: count("failed") };
}

/** Seconds that the mail which is due longest has been waiting to be tried; 0 when none is due. */
export async function outboxLag(db: Db, now: Date): Promise<number> {
  const row = await db
    .selectFrom("outbox")
    .select("nextAttemptAt")
    .where("status", "=", "queued")
    .orderBy("nextAttemptAt")
    .limit(1)
    .executeTakeFirst();
  return row ? Math.max(0, (now.getTime() - Date.parse(row.nextAttemptAt)) / 1000) : 0;
}
