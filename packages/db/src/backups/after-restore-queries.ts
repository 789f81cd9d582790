// What must not come back with a backup: sessions that have ended since, and mail that has gone out since.
import type { Db } from "../open-database";
import { markSent } from "../outbox/outbox-queries";

/** Everybody signs in again. */
export async function endAllSessions(trx: Db): Promise<void> {
  await trx.deleteFrom("session").execute();
}

/** Mail that waits in the backup and went out afterwards. Answers how many there were. */
export async function markMailSent(
  trx: Db,
  messageIds: readonly string[],
  at: string,
): Promise<number> {
  let marked = 0;
  for (let from = 0; from < messageIds.length; from += 500) {
    const waiting = await trx
      .selectFrom("outbox")
      .select(["id", "siteId"])
      .where("messageId", "in", messageIds.slice(from, from + 500))
      .where("status", "!=", "sent")
      .execute();
    for (const mail of waiting) await markSent(trx, mail, at);
    marked += waiting.length;
  }
  return marked;
}
