// The mail server is down, then up again, and the server is killed between handing over a mail and noting it:
// no mail is lost, and what arrives twice does so under one Message-ID.
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { startSmtpServer } from "@studydesk/mail/testing/start-smtp-server";
import { expect, it, onTestFinished } from "vitest";
import { buildFaultDesk, type FaultDesk } from "./support/build-desk";
import { isFull, tell } from "./support/figures";
import { makeAddress, readConsentText, sendForm } from "./support/people";
import { type ServerProcess, startServer } from "./support/start-server";

const messages = 150;
const kills = 10;

// Beside the outbox the same is tested without processes, on a clock that is not waited for.
it.runIf(isFull)(
  "loses no mail while the mail server is down and its own server is killed amid sending",
  {
    timeout: 3_600_000,
  },
  async () => {
    const desk = await buildFaultDesk(openTestSqlite);
    let smtp = await startSmtpServer();
    const settings = { SMTP_URL: smtp.url, MAIL_FROM: "desk@example.org" };
    await smtp.stop();
    let server = await startServer(desk, settings);

    const consentText = await readConsentText(server.url, desk);
    for (let sent = 0; sent < messages; sent += 1) {
      expect(await sendForm(server.url, desk, makeAddress(), consentText)).toBe(303);
    }
    await expect
      .poll(() => readMails(desk), { timeout: 60_000 })
      .toSatisfy((mails: Mail[]) => mails.every(({ status }) => status === "queued"));
    const queued = await readMails(desk);
    expect(queued.length).toBeGreaterThanOrEqual(2 * messages);
    await expect
      .poll(async () => (await readMails(desk)).some(({ attempts }) => attempts > 0), {
        timeout: 60_000,
      })
      .toBe(true);

    smtp = await startSmtpServer(smtp.port);
    onTestFinished(() => smtp.stop());
    const ids = () => smtp.received.map(({ messageId }) => messageId);
    for (let killed = 0; killed < kills; killed += 1) {
      const dying = dieAtNextMail(server, smtp);
      await makeDue(desk);
      await dying;
      // The server that was killed held what it had begun: nobody waits ten minutes here until that ends.
      server = await startServer(desk, settings);
    }
    await makeDue(desk);
    await expect
      .poll(() => readMails(desk), { timeout: 600_000, interval: 250 })
      .toSatisfy((mails: Mail[]) => mails.every(({ status }) => status === "sent"));

    const arrived = new Set(ids());
    expect(queued.filter(({ messageId }) => !arrived.has(messageId))).toEqual([]);
    // Nothing that nobody wrote, and of each at most as many more as it was killed at.
    expect(arrived.size).toBe(queued.length);
    const twice = ids().length - arrived.size;
    expect(twice).toBeLessThanOrEqual(kills);
    tell("mail server down, server killed amid sending", {
      mails: queued.length,
      kills,
      lost: 0,
      "arrived twice under one Message-ID": twice,
    });
  },
);

interface Mail {
  messageId: string;
  status: string;
  attempts: number;
}

function readMails({ db }: FaultDesk): Promise<Mail[]> {
  return db.selectFrom("outbox").select(["messageId", "status", "attempts"]).execute();
}

/** As if the hour were over: leases have run out and every mail is due. */
async function makeDue({ db }: FaultDesk): Promise<void> {
  const past = "2026-01-01T00:00:00.000Z";
  await db
    .updateTable("outbox")
    .set({ nextAttemptAt: past, leasedUntil: null, leasedBy: null })
    .where("status", "=", "queued")
    .execute();
}

/** Resolves when the server was killed after it had handed over a mail, before it could note it. */
function dieAtNextMail(
  server: ServerProcess,
  smtp: Awaited<ReturnType<typeof startSmtpServer>>,
): Promise<void> {
  return new Promise((died) => {
    smtp.answer = (stage) => {
      if (stage === "data") {
        smtp.answer = () => undefined;
        void server.kill().then(died);
      }
      return undefined;
    };
  });
}
