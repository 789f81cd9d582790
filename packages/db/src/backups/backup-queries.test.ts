import { expect, it } from "vitest";
import { inTransaction } from "../open-database";
import { describeOnEveryEngine } from "../testing/every-engine";
import { addBackup, deleteBackupsBefore, listBackups, readBackupTimes } from "./backup-queries";

const good = (startedAt: string, endedAt: string) => ({
  ...{ startedAt, endedAt, origin: "schedule" as const, byUserId: null, isEncrypted: 0 as const },
  ...{ fileName: "studydesk.db", bytes: 5_000_000_000, sha256: "0".repeat(64), problem: null },
});
const failed = (endedAt: string) => ({
  ...good(endedAt, endedAt),
  ...{ fileName: null, bytes: null, sha256: null, problem: "no_room" as const },
});

describeOnEveryEngine("backups", (openTestDatabase) => {
  it("tells when the last good one was begun, and whether one failed after it", async () => {
    const { db } = await openTestDatabase();
    expect(await readBackupTimes(db)).toEqual({ lastGoodAt: null, failedAt: null });
    await addBackup(db, failed("2026-11-20T01:00:00.000Z"));
    await addBackup(db, good("2026-11-21T00:00:00.000Z", "2026-11-21T00:01:00.000Z"));
    const lastGoodAt = "2026-11-21T00:00:00.000Z";
    expect(await readBackupTimes(db)).toEqual({ lastGoodAt, failedAt: null });
    await addBackup(db, failed("2026-11-22T01:00:00.000Z"));
    expect(await readBackupTimes(db)).toEqual({
      lastGoodAt,
      failedAt: "2026-11-22T01:00:00.000Z",
    });
    expect((await listBackups(db, 2)).map(({ bytes }) => bytes)).toEqual([null, 5_000_000_000]);
  });

  it("forgets old ones, but for the newest good one", async () => {
    const { db } = await openTestDatabase();
    for (const day of ["01", "02", "03"]) {
      await addBackup(db, good(`2026-01-${day}T00:00:00.000Z`, `2026-01-${day}T00:01:00.000Z`));
    }
    await addBackup(db, failed("2026-01-04T00:00:00.000Z"));
    await inTransaction(db, (trx) => deleteBackupsBefore(trx, "2026-06-01T00:00:00.000Z"));
    const left = await listBackups(db, 10);
    expect(left.map(({ startedAt }) => startedAt)).toEqual(["2026-01-03T00:00:00.000Z"]);
  });

  it("takes none that is neither good nor failed", async () => {
    const { db } = await openTestDatabase();
    const halfGood = {
      ...good("2026-01-01T00:00:00.000Z", "2026-01-01T00:01:00.000Z"),
      sha256: null,
    };
    await expect(addBackup(db, halfGood)).rejects.toThrow("backupsGoodOrNot");
  });
});
