import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { checkDatabase } from "@studydesk/db/backups/check-database";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildSite } from "@studydesk/db/testing/build-people";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { expect, it } from "vitest";
import { BackupError, explainBackupFault } from "./backup-error";
import { digestFile } from "./durable-files";
import { decryptFile } from "./encrypt-file";
import { type BackupParts, makeBackup } from "./make-backup";
import { newBackupFolder } from "./testing/new-backup-folder";

const at = new Date("2026-11-23T13:04:05.678Z");

async function prepare(overrides: Partial<BackupParts> = {}) {
  const { db, url } = await openTestSqlite();
  await buildLead(db, { siteId: (await buildSite(db)).id });
  await leaveTrace(db);
  const folder = newBackupFolder();
  const parts: BackupParts = {
    ...{ databaseFile: url, folder, at, encryption: undefined, onProgress: () => {} },
    ...overrides,
  };
  return { db, folder, dataFolder: dirname(url), parts };
}

function leaveTrace(db: Db): Promise<void> {
  const subject = { subject: "lead", subjectId: "1", siteId: null, details: {} };
  return inTransaction(db, (trx) =>
    addAudit(trx, { at: at.toISOString(), actorId: null, action: "lead.received", ...subject }),
  );
}

it("copies one moment while others write, checks the copy, and names it last", async () => {
  const { db, folder, parts } = await prepare();
  let writes = 0;
  const manifest = await makeBackup({
    ...parts,
    onProgress: () => {
      writes += 1;
      void leaveTrace(db);
    },
  });
  expect(writes).toBeGreaterThan(1);
  const file = join(folder, "studydesk-2026-11-23T130405Z.db");
  expect(readdirSync(folder)).toEqual([manifest.file, `${manifest.file}.json`]);
  expect(JSON.parse(readFileSync(`${file}.json`, "utf8"))).toEqual(manifest);
  expect(await digestFile(file)).toEqual({ bytes: manifest.bytes, sha256: manifest.sha256 });
  const { migrations, leads, notes, auditRows, auditStart, auditHead } = manifest.database;
  expect(checkDatabase(file)).toEqual({
    ok: true,
    facts: { migrations, leads, notes, auditRows, auditStart, auditHead },
  });
  expect({ leads, notes, auditRows }).toEqual({ leads: 1, notes: 0, auditRows: 1 });
  for (const name of readdirSync(folder)) {
    expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
  }
});

it("encrypts to a public key, so that the folder never sees the database itself", async () => {
  const identity = await generateX25519Identity();
  const { folder, dataFolder, parts } = await prepare({
    encryption: { recipients: [await identityToRecipient(identity)] },
  });
  const before = readdirSync(dataFolder);
  const seen = new Set<string>();
  const manifest = await makeBackup({
    ...parts,
    onProgress: () => {
      for (const name of readdirSync(folder)) {
        seen.add(readFileSync(join(folder, name)).subarray(0, 6).toString());
      }
    },
  });
  expect([...seen]).not.toContain("SQLite");
  expect(manifest).toMatchObject({
    file: "studydesk-2026-11-23T130405Z.db.age",
    encryption: "age",
  });
  expect(readdirSync(dataFolder).sort()).toEqual(before.sort());
  const opened = join(folder, "opened");
  writeFileSync(opened, "");
  await decryptFile(join(folder, manifest.file), opened, { identities: [identity] }, () => {});
  const { bytes, sha256 } = manifest.database;
  expect(await digestFile(opened)).toEqual({ bytes, sha256 });
  const other = { identities: [await generateX25519Identity()] };
  const refused = decryptFile(join(folder, manifest.file), opened, other, () => {});
  await expect(refused).rejects.toThrow("does not open under the key");
});

it("refuses a folder among the data", async () => {
  const { dataFolder, parts } = await prepare();
  const folder = join(dataFolder, "backups");
  const refused = makeBackup({ ...parts, folder });
  await expect(refused).rejects.toThrow(`${folder} lies in the data folder`);
  expect(readdirSync(dataFolder)).not.toContain("backups");
});

it("clears away what a dead run left, and leaves a running one's part", async () => {
  const { folder, parts } = await prepare();
  const dead = ".studydesk-2026-11-22T130405Z-4194305.part";
  const alive = `.studydesk-2026-11-22T130405Z-${process.ppid}.part`;
  for (const name of [dead, `${dead}-journal`, alive, ".studydesk-mine.part"]) {
    writeFileSync(join(folder, name), "");
  }
  const { file } = await makeBackup(parts);
  expect(readdirSync(folder).sort()).toEqual(
    [alive, ".studydesk-mine.part", file, `${file}.json`].sort(),
  );
});

it("makes no backup of a damaged database, and leaves nothing behind", async () => {
  const { db, folder, parts } = await prepare();
  await db.destroy();
  const bytes = readFileSync(parts.databaseFile);
  // Pages from the tenth on: a few of them are in use.
  bytes.fill(0xa5, 40_960, 120_000);
  writeFileSync(parts.databaseFile, bytes);
  await expect(makeBackup(parts)).rejects.toMatchObject({ problem: "damaged" });
  expect(readdirSync(folder)).toEqual([]);
});

it("writes over no backup of the same second", async () => {
  const { folder, parts } = await prepare();
  const { file } = await makeBackup(parts);
  const before = readFileSync(join(folder, file));
  await expect(makeBackup(parts)).rejects.toBeInstanceOf(BackupError);
  expect(readFileSync(join(folder, file))).toEqual(before);
});

it("says so when the folder cannot be one", async () => {
  const { folder, parts } = await prepare();
  writeFileSync(join(folder, "file"), "");
  const refused = makeBackup({ ...parts, folder: join(folder, "file") });
  await expect(refused).rejects.toThrow("cannot be written");
});

it.each([
  ["ENOSPC", "no_room"],
  ["SQLITE_FULL", "no_room"],
  ["EROFS", "no_folder"],
  ["SQLITE_CORRUPT_INDEX", "damaged"],
  ["SQLITE_IOERR_READ", "failed"],
])("calls %s %s, and says what stands", (code, problem) => {
  const told = explainBackupFault(Object.assign(new Error("x"), { code }), "/backups");
  expect(told.problem).toBe(problem);
  expect(told.message).toContain("Earlier backups stand");
});
