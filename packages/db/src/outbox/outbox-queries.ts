// The outbox: mail is a row of the change that causes it, so neither goes without the other. Senders
// take rows by lease; a crashed sender's lease runs out and the next one sends the same Message-ID.
import { randomUUID } from "node:crypto";
import type { MailKind, MailStatus } from "@studydesk/domain/outbox/mail";
import type { MailScope } from "@studydesk/domain/outbox/outbox-policy";
import type { ExpressionBuilder } from "kysely";
import { addEvent } from "../events";
import type { Db } from "../open-database";
import type { Row, Schema } from "../schema";

export interface NewMail {
  kind: MailKind;
  /** Whose admins may see it; null for mail of no single site. */
  siteId: number | null;
  leadId: number | null;
  to: string;
  subject: string;
  text: string;
  html: string;
  at: string;
  /** This installation's address: its host name ends the Message-ID. */
  baseUrl: string;
}

/** Its id. The Message-ID is made here, once, and stays for every try. */
export async function enqueueMail(trx: Db, mail: NewMail): Promise<number> {
  const { id } = await trx
    .insertInto("outbox")
    .values({
      messageId: `<${randomUUID()}@${new URL(mail.baseUrl).hostname}>`,
      kind: mail.kind,
      siteId: mail.siteId,
      leadId: mail.leadId,
      toAddress: mail.to,
      subject: mail.subject,
      textBody: mail.text,
      htmlBody: mail.html,
      status: "queued",
      createdAt: mail.at,
      nextAttemptAt: mail.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await addMailEvent(trx, { id, siteId: mail.siteId }, mail.at);
  return id;
}

/** Takes mail that is due and that nobody else holds, oldest first. */
export async function leaseMail(
  db: Db,
  lease: { now: Date; leaseMs: number; owner: string; limit: number },
): Promise<Row<"outbox">[]> {
  const now = lease.now.toISOString();
  const isFree = (eb: ExpressionBuilder<Schema, "outbox">) =>
    eb.and([
      eb("status", "=", "queued"),
      eb("nextAttemptAt", "<=", now),
      eb.or([eb("leasedUntil", "is", null), eb("leasedUntil", "<=", now)]),
    ]);
  const rows = await db
    .updateTable("outbox")
    .set({
      leasedUntil: new Date(lease.now.getTime() + lease.leaseMs).toISOString(),
      leasedBy: lease.owner,
    })
    .where("id", "in", (eb) =>
      eb
        .selectFrom("outbox")
        .select("id")
        .where(isFree)
        .orderBy("nextAttemptAt")
        .orderBy("id")
        .limit(lease.limit),
    )
    // Once more: on PostgreSQL a row taken meanwhile is looked at again, but only by this condition.
    .where(isFree)
    .returningAll()
    .execute();
  return rows.sort((a, b) => a.id - b.id);
}

/** Sent is sent, whoever holds the lease by now. */
export async function markSent(
  trx: Db,
  mail: { id: number; siteId: number | null },
  at: string,
): Promise<void> {
  await trx
    .updateTable("outbox")
    .set((eb) => ({
      status: "sent" as const,
      sentAt: at,
      attempts: eb("attempts", "+", 1),
      lastError: null,
      ...noLease,
    }))
    .where("id", "=", mail.id)
    .execute();
  await addMailEvent(trx, mail, at);
}

/** `error` must hold no address. Does nothing when the lease is another's by now. */
export async function markRetry(
  trx: Db,
  mail: { id: number; siteId: number | null },
  attempt: { owner: string; at: string; nextAttemptAt: string; error: string },
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("outbox")
    .set((eb) => ({
      nextAttemptAt: attempt.nextAttemptAt,
      attempts: eb("attempts", "+", 1),
      lastError: attempt.error,
      ...noLease,
    }))
    .where("id", "=", mail.id)
    .where("leasedBy", "=", attempt.owner)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await addMailEvent(trx, mail, attempt.at);
}

/** Given up: it waits for somebody who asks for another try. */
export async function markFailed(
  trx: Db,
  mail: { id: number; siteId: number | null },
  attempt: { owner: string; at: string; error: string },
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("outbox")
    .set((eb) => ({
      status: "failed" as const,
      attempts: eb("attempts", "+", 1),
      lastError: attempt.error,
      ...noLease,
    }))
    .where("id", "=", mail.id)
    .where("leasedBy", "=", attempt.owner)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await addMailEvent(trx, mail, attempt.at);
}

/** Queues failed or waiting mail for now, its tries counted anew. Says whether it could: sent mail stays sent. */
export async function retryMail(
  trx: Db,
  mail: { id: number; siteId: number | null },
  at: string,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("outbox")
    .set({ status: "queued", attempts: 0, nextAttemptAt: at })
    .where("id", "=", mail.id)
    .where("status", "in", ["queued", "failed"])
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await addMailEvent(trx, mail, at);
  return numUpdatedRows > 0n;
}

/** At a sender's end: what it held is free for the next at once. */
export async function releaseLeases(db: Db, owner: string): Promise<void> {
  await db
    .updateTable("outbox")
    .set(noLease)
    .where("leasedBy", "=", owner)
    .where("status", "=", "queued")
    .execute();
}

/** A mail as a list shows it. */
export type MailHead = Omit<
  Row<"outbox">,
  "messageId" | "textBody" | "htmlBody" | "leasedUntil" | "leasedBy"
>;

/** Newest first, `limit` beyond the id `after`. */
export async function listMail(
  db: Db,
  scope: MailScope,
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
    .where(withinScope(scope));
  if (page.status) query = query.where("status", "=", page.status);
  if (page.after) query = query.where("id", "<", page.after);
  return query.orderBy("id", "desc").limit(page.limit).execute();
}

export async function findMail(
  db: Db,
  scope: MailScope,
  id: number,
): Promise<Row<"outbox"> | undefined> {
  return db
    .selectFrom("outbox")
    .selectAll()
    .where("id", "=", id)
    .where(withinScope(scope))
    .executeTakeFirst();
}

export async function countMail(db: Db, scope: MailScope): Promise<Record<MailStatus, number>> {
  const rows = await db
    .selectFrom("outbox")
    .select((eb) => ["status" as const, eb.fn.countAll<number>().as("count")])
    .where(withinScope(scope))
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

const noLease = { leasedUntil: null, leasedBy: null };

function withinScope(scope: MailScope) {
  return (eb: ExpressionBuilder<Schema, "outbox">) => {
    if (scope.all) return eb.lit(true);
    return scope.siteIds.length > 0 ? eb("siteId", "in", [...scope.siteIds]) : eb.lit(false);
  };
}

async function addMailEvent(
  trx: Db,
  mail: { id: number; siteId: number | null },
  at: string,
): Promise<void> {
  await addEvent(trx, {
    kind: "outbox",
    subjectId: String(mail.id),
    siteId: mail.siteId,
    byUserId: null,
    at,
  });
}
