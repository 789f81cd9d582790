// The outbox: mail is a row of the change that causes it, so neither goes without the other. Senders
// take rows by lease; a crashed sender's lease runs out and the next one sends the same Message-ID.
import { randomUUID } from "node:crypto";
import { longestMailWait, type MailKind } from "@studydesk/domain/outbox/mail";
import type { ExpressionBuilder } from "kysely";
import { addEvent } from "../events";
import { clocksApartMs } from "../leases";
import type { Db } from "../open-database";
import type { Row, RowChanges, Schema } from "../schema";

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
  /** Ends this kind of mail for the reader with one POST; mail programs offer it (RFC 8058). */
  unsubscribeUrl?: string;
  /** Where an answer goes. */
  replyTo?: string;
  /** The contact attempt that this mail is; it is taken back with it. */
  attemptId?: number;
  /** A calendar file (RFC 5545) that goes along. */
  calendar?: string;
  /** Not before then; left out: at once. */
  sendAt?: string;
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
      nextAttemptAt: mail.sendAt ?? mail.at,
      unsubscribeUrl: mail.unsubscribeUrl ?? null,
      replyTo: mail.replyTo ?? null,
      attemptId: mail.attemptId ?? null,
      calendar: mail.calendar ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await addMailEvent(trx, { ...mail, id }, mail.at);
  return id;
}

type OutboxPlace = Pick<Row<"outbox">, "id" | "siteId">;

/** Takes mail that is due and that nobody else holds, oldest first. */
export async function leaseMail(
  db: Db,
  lease: { now: Date; leaseMs: number; owner: string; limit: number },
): Promise<Row<"outbox">[]> {
  const now = lease.now.toISOString();
  // Written while a clock stood far ahead: nobody waits until it is right again.
  const ahead = (ms = 0) => new Date(lease.now.getTime() + clocksApartMs + ms).toISOString();
  const isFree = (eb: ExpressionBuilder<Schema, "outbox">) =>
    eb.and([
      eb("status", "=", "queued"),
      eb.or([
        eb("nextAttemptAt", "<=", now),
        eb("createdAt", ">", ahead()),
        eb.and([eb("attempts", ">", 0), eb("nextAttemptAt", ">", ahead(longestMailWait))]),
      ]),
      eb.or([
        eb("leasedUntil", "is", null),
        eb("leasedUntil", "<=", now),
        eb("leasedUntil", ">", ahead(lease.leaseMs)),
      ]),
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

/** Mail that is nothing but its links, and those are keys: once sent it is kept nowhere. */
const instead: Readonly<Partial<Record<MailKind, string>>> = {
  invitation:
    "This invitation was sent. Its link is a key, so it is not kept here. Invite again to make another.",
  password_reset:
    "This mail was sent. Its link is a key, so it is not kept here. Ask for a new password again to make another.",
  status_link: "This mail was sent. Its links are the person's own, so it is not kept here.",
  alert_confirmation: "This mail was sent. Its link is the reader's own, so it is not kept here.",
  study_alert: "This mail was sent. Its links are the reader's own, so it is not kept here.",
};

/** The private link within a copy, whose other words stay. */
const privateLink = /(\/status\/)[\w-]{43}/g;

/** Sent is sent, whoever holds the lease by now. Mail that was erased meanwhile leaves no trace. */
export async function markSent(trx: Db, mail: OutboxPlace, at: string): Promise<void> {
  const written = await trx
    .selectFrom("outbox")
    .select(["kind", "textBody", "htmlBody"])
    .where("id", "=", mail.id)
    .executeTakeFirst();
  if (!written) return;
  await trx
    .updateTable("outbox")
    .set((eb) => ({
      status: "sent" as const,
      sentAt: at,
      attempts: eb("attempts", "+", 1),
      lastError: null,
      ...withoutKeys(written),
      unsubscribeUrl: null,
      ...noLease,
    }))
    .where("id", "=", mail.id)
    .execute();
  await addMailEvent(trx, mail, at);
}

function withoutKeys(mail: Pick<Row<"outbox">, "kind" | "textBody" | "htmlBody">) {
  const sentence = instead[mail.kind];
  if (sentence) return { textBody: `${sentence}\n`, htmlBody: `<p>${sentence}</p>` };
  return {
    textBody: mail.textBody.replaceAll(privateLink, "$1…"),
    htmlBody: mail.htmlBody.replaceAll(privateLink, "$1…"),
  };
}

interface FailedTry {
  /** Who held the lease; when it is another's by now, nothing is written. */
  owner: string;
  at: string;
  /** Without addresses. */
  error: string;
}

export async function markRetry(
  trx: Db,
  mail: OutboxPlace,
  { nextAttemptAt, ...failed }: FailedTry & { nextAttemptAt: string },
): Promise<void> {
  await markTried(trx, mail, failed, { nextAttemptAt });
}

/** Given up: it waits for somebody who asks for another try. */
export async function markFailed(trx: Db, mail: OutboxPlace, failed: FailedTry): Promise<void> {
  await markTried(trx, mail, failed, { status: "failed" });
}

async function markTried(
  trx: Db,
  mail: OutboxPlace,
  { owner, at, error }: FailedTry,
  change: RowChanges<"outbox">,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("outbox")
    .set((eb) => ({
      ...change,
      attempts: eb("attempts", "+", 1),
      lastError: error,
      ...noLease,
    }))
    .where("id", "=", mail.id)
    .where("leasedBy", "=", owner)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await addMailEvent(trx, mail, at);
}

/**
 * Takes the mail of an attempt out of the outbox. False: it was sent, or is on its way just now, and can
 * be taken back by nobody. An attempt without mail has nothing to take back: true.
 */
export async function takeBackMail(trx: Db, attemptId: number, at: string): Promise<boolean> {
  const mail = await trx
    .selectFrom("outbox")
    .select(["id", "siteId"])
    .where("attemptId", "=", attemptId)
    .executeTakeFirst();
  if (!mail) return true;
  const { numDeletedRows } = await trx
    .deleteFrom("outbox")
    .where("id", "=", mail.id)
    .where("status", "!=", "sent")
    .where((eb) => eb.or([eb("leasedUntil", "is", null), eb("leasedUntil", "<=", at)]))
    .executeTakeFirst();
  if (numDeletedRows > 0n) await addMailEvent(trx, mail, at);
  return numDeletedRows > 0n;
}

/** Queues failed or waiting mail for now, its tries counted anew. Says whether it could: sent mail stays sent. */
export async function retryMail(trx: Db, mail: OutboxPlace, at: string): Promise<boolean> {
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

const noLease = { leasedUntil: null, leasedBy: null };

async function addMailEvent(trx: Db, mail: OutboxPlace, at: string): Promise<void> {
  await addEvent(trx, {
    kind: "outbox",
    subjectId: String(mail.id),
    siteId: mail.siteId,
    byUserId: null,
    at,
  });
}

/** Whether mail of this kind was written since then, whatever became of it. */
export async function hasMailSince(db: Db, kind: MailKind, since: string): Promise<boolean> {
  const row = await db
    .selectFrom("outbox")
    .select("id")
    .where("kind", "=", kind)
    .where("createdAt", ">", since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
