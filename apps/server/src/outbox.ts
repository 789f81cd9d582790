// The one loop that sends mail: at least once, the same Message-ID at every try, later and later after
// failures, given up in plain sight. What a crash leaves is taken up again when its lease has run out.
import { randomUUID } from "node:crypto";
import type { LiveEvents } from "@studydesk/api/live-events";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import {
  leaseMail,
  markFailed,
  markRetry,
  markSent,
  releaseLeases,
} from "@studydesk/db/outbox/outbox-queries";
import type { Row } from "@studydesk/db/schema";
import { mailGivesUp, mailRetryDelay } from "@studydesk/domain/outbox/mail";
import { SendError, type Transport } from "@studydesk/mail/transport";
import type { Logger } from "pino";

export interface Outbox {
  /** Looks for due mail now instead of at the next poll. */
  wake(): void;
  /** Resolves when the mail in flight is done and what is left is free for other senders. */
  stop(): Promise<void>;
}

export interface OutboxOptions {
  db: Db;
  now: () => Date;
  live: LiveEvents;
  transport: Transport;
  /** In [0, 1). */
  random: () => number;
  log: Logger;
}

const pollMs = 5_000;
const batch = 5;
// Longer than a batch can take when the mail server lets every timeout run out.
const leaseMs = 10 * 60_000;

export function startOutbox(options: OutboxOptions): Outbox {
  const { db, now, live, transport, random, log } = options;
  const owner = randomUUID();
  let stopping = false;
  let woken = false;
  let endPause = () => {};

  /** Until the next poll, or until somebody calls; a call that came meanwhile counts. */
  function pause(): Promise<void> {
    if (woken || stopping) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pollMs);
      timer.unref();
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function send(mail: Row<"outbox">): Promise<void> {
    const attempts = mail.attempts + 1;
    const about = { mailId: mail.id, kind: mail.kind, attempts };
    try {
      await transport.send({
        messageId: mail.messageId,
        to: mail.toAddress,
        subject: mail.subject,
        text: mail.textBody,
        html: mail.htmlBody,
        writtenAt: mail.createdAt,
        ...(mail.unsubscribeUrl === null ? {} : { unsubscribeUrl: mail.unsubscribeUrl }),
        ...(mail.replyTo === null ? {} : { replyTo: mail.replyTo }),
        ...(mail.calendar === null ? {} : { calendar: mail.calendar }),
      });
    } catch (error) {
      if (!(error instanceof SendError)) throw error;
      const failedAt = now();
      const attempt = { owner, at: failedAt.toISOString(), error: error.message };
      if (error.isFinal || mailGivesUp({ createdAt: mail.createdAt, attempts }, failedAt)) {
        await inTransaction(db, (trx) => markFailed(trx, mail, attempt));
        log.warn(about, "mail given up");
      } else {
        const next = new Date(failedAt.getTime() + mailRetryDelay(attempts, random()));
        const nextAttemptAt = next.toISOString();
        await inTransaction(db, (trx) => markRetry(trx, mail, { ...attempt, nextAttemptAt }));
        log.info({ ...about, nextAttemptAt }, "mail not taken, to be tried again");
      }
      return;
    }
    await inTransaction(db, (trx) => markSent(trx, mail, now().toISOString()));
    log.info(about, "mail sent");
  }

  async function sendDue(): Promise<boolean> {
    const mails = await leaseMail(db, { now: now(), leaseMs, owner, limit: batch });
    for (const mail of mails) {
      if (stopping) break;
      await send(mail);
    }
    if (mails.length > 0) live.announce();
    return mails.length > 0;
  }

  async function run(): Promise<void> {
    while (!stopping) {
      woken = false;
      let found = false;
      try {
        found = await sendDue();
      } catch (error) {
        // The database did not answer, or a bug: what was leased comes back when its lease ends.
        log.error({ err: error }, "the outbox stumbled and goes on");
      }
      if (!found) await pause();
    }
    await releaseLeases(db, owner);
  }

  const ended = run();
  return {
    wake() {
      woken = true;
      endPause();
    },
    async stop() {
      stopping = true;
      endPause();
      await ended;
    },
  };
}
