import { addInstallation } from "@studydesk/db/people/installation-queries";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine, openTestSqlite } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildDeps } from "../testing/build-deps";
import type { BackupRunner } from "./backup-runner";
import { type EndedBackup, recordBackup } from "./record-backup";

const startedAt = "2026-09-01T09:00:00.000Z";
const ended: EndedBackup = {
  ...{ startedAt, endedAt: "2026-09-01T09:00:05.000Z", origin: "schedule", byUserId: null },
  isEncrypted: true,
  outcome: {
    ...{ fileName: "studydesk-2026-09-01T090000Z.db.age", bytes: 4096, sha256: "a".repeat(64) },
    ...{ leads: 3, auditSequence: 12 },
  },
};

function runner(): BackupRunner & { asked: string[] } {
  const asked: string[] = [];
  return {
    ...{ asked, everyHours: 24, keep: { days: 7, weeks: 4, months: 12 }, isEncrypted: true },
    progress: () => ({ step: "copying", share: 0.5 }),
    start: (byUserId) => asked.push(byUserId),
  };
}

it("tells admins how old the last good one is, and warns when that is too old or the newest failed", async () => {
  const { db } = await openTestSqlite();
  const put = { fileName: "studydesk-replaced-2026-08-04T000000Z.db", bytes: 4096 };
  const replaced = { ...put, at: "2026-08-04T00:00:00.000Z" };
  const deps = buildDeps(db, { backups: runner(), replacedDatabases: async () => [replaced] });
  const { id: siteId } = await buildSite(db);
  const admin = buildCaller(deps, await buildPerson(db, { role: "admin", siteId }));
  expect(await admin.backups.state()).toEqual({ warning: null, lastGoodAt: null });
  await recordBackup(deps, ended);
  expect(await admin.backups.state()).toEqual({ warning: null, lastGoodAt: startedAt });
  deps.clock.set("2026-09-03T09:00:01.000Z");
  expect(await admin.backups.state()).toEqual({ warning: "old", lastGoodAt: startedAt });
  const failed = { startedAt: "2026-09-03T08:00:00.000Z", endedAt: "2026-09-03T08:00:01.000Z" };
  await recordBackup(deps, { ...ended, ...failed, outcome: { problem: "no_room" } });
  expect(await admin.backups.read()).toMatchObject({
    ...{ warning: "failed", madeBy: "server", canStart: false },
    schedule: { everyHours: 24, keep: "7/4/12", isEncrypted: true },
    running: { step: "copying", share: 0.5 },
    restored: null,
    replaced: [{ ...replaced, deleteBy: "2026-09-03T00:00:00.000Z", isOverdue: true }],
    rows: [
      { problem: "no_room", fileName: null, bytes: null },
      { problem: null, fileName: "studydesk-2026-09-01T090000Z.db.age", bytes: 4096 },
    ],
  });
});

it("warns a real installation without any, and never a demo", async () => {
  const { db } = await openTestSqlite();
  const deps = buildDeps(db);
  const owner = buildCaller(deps, await buildPerson(db, { isOwner: true }));
  expect(await owner.backups.state()).toEqual({ warning: "not_set_up", lastGoodAt: null });
  expect(await owner.backups.read()).toMatchObject({ madeBy: "command", schedule: null });
  await db.deleteFrom("installation").execute();
  await addInstallation(db, { ownerUserId: null, isDemo: true, at: startedAt });
  expect(await owner.backups.state()).toEqual({ warning: null, lastGoodAt: null });
});

it("lets the owner begin one, and names who did", async () => {
  const { db } = await openTestSqlite();
  const backups = runner();
  const deps = buildDeps(db, { backups });
  const viewer = await buildPerson(db, { isOwner: true });
  const owner = buildCaller(deps, viewer);
  await owner.backups.start();
  expect(backups.asked).toEqual([viewer.userId]);
  await recordBackup(deps, { ...ended, origin: "person", byUserId: viewer.userId });
  const { rows, canStart } = await owner.backups.read();
  expect(canStart).toBe(true);
  expect(rows[0]).toMatchObject({ origin: "person", byName: viewer.name });
});

describeOnEveryEngine("what a backup leaves behind", (openTestDatabase, engine) => {
  it("is a row, an event, and in the audit trail no name of a file", async () => {
    const { db } = await openTestDatabase();
    const deps = buildDeps(db);
    await recordBackup(deps, ended);
    await recordBackup(deps, { ...ended, outcome: { problem: "no_folder" } });
    const audit = await db.selectFrom("audit").select(["action", "details"]).execute();
    expect(audit.map(({ action }) => action)).toEqual(["backup.made"]);
    expect(JSON.parse(audit[0]?.details ?? "")).toEqual({
      ...{ bytes: 4096, sha256: "a".repeat(64), leads: 3, auditSequence: 12 },
      ...{ origin: "schedule", isEncrypted: true },
    });
    const events = await db.selectFrom("events").select(["kind", "siteId"]).execute();
    expect(events).toEqual([
      { kind: "backup", siteId: null },
      { kind: "backup", siteId: null },
    ]);
    const owner = buildCaller(deps, await buildPerson(db, { isOwner: true }));
    const { warning } = await owner.backups.state();
    // PostgreSQL's own tools make backups, and the desk does not know of them.
    expect(warning).toBe(engine === "postgres" ? null : "failed");
  });
});
