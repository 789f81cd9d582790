import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createLiveEvents } from "@studydesk/api/live-events";
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { listBackups } from "@studydesk/db/backups/backup-queries";
import { inTransaction } from "@studydesk/db/open-database";
import { buildPerson } from "@studydesk/db/testing/build-people";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { pino } from "pino";
import { expect, it, onTestFinished, vi } from "vitest";
import type { Loop } from "../start-loop";
import { startBackups } from "./start-backups";
import { newBackupFolder } from "./testing/new-backup-folder";

async function prepare() {
  const { db, url } = await openTestSqlite();
  let at = Date.parse("2026-11-23T13:00:00.000Z");
  await inTransaction(db, (trx) =>
    addAudit(trx, {
      ...{ at: new Date(at).toISOString(), actorId: null, action: "lead.received", siteId: null },
      ...{ subject: "lead", subjectId: "1", details: {} },
    }),
  );
  const folder = newBackupFolder();
  const settings = {
    ...{ folder, everyHours: 24, keep: { days: 1, weeks: 0, months: 0 }, recipients: undefined },
  };
  const deps = { db, now: () => new Date(at), live: createLiveEvents() };
  const start = (overrides: Partial<typeof settings> = {}) => {
    const backups = startBackups({
      ...{ deps, databaseFile: url, settings: { ...settings, ...overrides } },
      log: pino({ level: "silent" }),
    });
    onTestFinished(() => backups.stop());
    return backups;
  };
  /** Until the round that is under way, or the next, is over. */
  const rows = async (count: number) =>
    vi.waitFor(
      async () => {
        const found = await listBackups(db, 10);
        expect(found).toHaveLength(count);
        return found;
      },
      { timeout: 50_000, interval: 20 },
    );
  return { db, folder, start, rows, advance: (hours: number) => (at += hours * 3_600_000) };
}

const look = async (loop: Loop) => {
  loop.wake();
  await loop.stop();
};

it("makes the first backup at once, the next when it is due, and lets old ones go after that", async () => {
  const { db, folder, start, rows, advance } = await prepare();
  const first = start();
  const [made] = await rows(1);
  expect(made).toMatchObject({ origin: "schedule", problem: null, isEncrypted: 0 });
  await look(first);
  advance(23);
  await look(start());
  expect(await listBackups(db, 10)).toHaveLength(1);
  advance(1);
  const second = start();
  await rows(2);
  await second.stop();
  expect(readdirSync(folder).filter((name) => name.endsWith(".db"))).toEqual([
    "studydesk-2026-11-24T130000Z.db",
  ]);
  const audit = await db.selectFrom("audit").select("action").execute();
  expect(audit.filter(({ action }) => action === "backup.made")).toHaveLength(2);
});

it("makes one when the owner asks, however fresh the last one is", async () => {
  const { db, start, rows, advance } = await prepare();
  const { userId } = await buildPerson(db, { isOwner: true });
  const backups = start();
  await rows(1);
  advance(1);
  backups.ask(userId);
  expect(backups.progress()).toEqual({ step: "copying", share: 0 });
  const [asked] = await rows(2);
  expect(asked).toMatchObject({ origin: "person", byUserId: userId, problem: null });
  await backups.stop();
  expect(backups.progress()).toBeUndefined();
});

it("writes down why one failed, deletes nothing, and tries again after an hour", async () => {
  const { db, folder, start, rows, advance } = await prepare();
  const good = start();
  await rows(1);
  await good.stop();
  const before = readdirSync(folder);
  advance(24);
  writeFileSync(join(folder, "no-folder"), "");
  const nowhere = { folder: join(folder, "no-folder") };
  const failing = start(nowhere);
  const [failed] = await rows(2);
  expect(failed).toMatchObject({ problem: "no_folder", fileName: null });
  await look(failing);
  advance(0.9);
  await look(start(nowhere));
  expect(await listBackups(db, 10)).toHaveLength(2);
  expect(readdirSync(folder)).toEqual([...before, "no-folder"].sort());
  advance(0.1);
  const again = start();
  await rows(3);
  await again.stop();
});
