import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createAuditSigner } from "@studydesk/api/audit/create-audit-signer";
import { verifyDatabase } from "@studydesk/api/audit/verify-database";
import { firstNoteKeyId, keyringOf } from "@studydesk/api/notes/note-keyring";
import { requireNoteKeys } from "@studydesk/api/notes/require-note-keys";
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { setAuditSigner } from "@studydesk/db/audit/audit-signer";
import { checkDatabase } from "@studydesk/db/backups/check-database";
import { type Db, inTransaction, openDatabase } from "@studydesk/db/open-database";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildMail } from "@studydesk/db/testing/build-mail";
import { buildPerson, buildSession, buildSite } from "@studydesk/db/testing/build-people";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { tryStatements } from "@studydesk/db/testing/spoil-audit";
import type { AuditAction } from "@studydesk/domain/audit/audit-actions";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { pino } from "pino";
import { expect, it, onTestFinished } from "vitest";
import { createAnchorKeeper, readAnchorFile } from "../audit-anchors";
import { digestFile } from "./durable-files";
import { makeBackup } from "./make-backup";
import { listReplacedDatabases } from "./replaced-databases";
import { type RestoreParts, restoreBackup } from "./restore-backup";
import { newBackupFolder } from "./testing/new-backup-folder";

const at = new Date("2026-11-23T13:04:05.678Z");
const later = new Date("2026-11-24T09:00:00.000Z");
const keys = {
  audit: Buffer.alloc(32, 1),
  notes: keyringOf({ id: firstNoteKeyId, key: Buffer.alloc(32, 2) }),
};

/** An installation with a lead, a person who is signed in, and mail that waits; and its backup. */
async function prepare() {
  const { db, url } = await openTestSqlite();
  setAuditSigner(db, createAuditSigner(keys.audit));
  await requireNoteKeys(db, keys.notes, at.toISOString());
  const site = await buildSite(db);
  await buildLead(db, { siteId: site.id });
  const { userId } = await buildPerson(db);
  await buildSession(db, { userId });
  const mailId = await buildMail(db, { siteId: site.id });
  await leaveTrace(db, "lead.received", "1");
  const folder = newBackupFolder();
  const manifest = await makeBackup({
    ...{ databaseFile: url, folder, at, encryption: undefined, onProgress: () => {} },
  });
  const parts: RestoreParts = {
    ...{ databaseFile: url, file: join(folder, manifest.file), at: later, keys },
    anchorFile: undefined,
    ...{ decryption: undefined, withoutManifest: false, isStopped: false, onProgress: () => {} },
  };
  return { db, site, mailId, url, folder, manifest, parts };
}

function leaveTrace(db: Db, action: AuditAction, subjectId: string): Promise<void> {
  const rest = { subject: "lead", subjectId, siteId: null, actorId: null, details: {} };
  return inTransaction(db, (trx) => addAudit(trx, { ...rest, action, at: at.toISOString() }));
}

function open(url: string): Db {
  const db = openDatabase(url);
  onTestFinished(() => db.destroy());
  return db;
}

it("puts back what was backed up, keeps what it replaces, and says what is undone by that", async () => {
  const { db, site, mailId, url, manifest, parts } = await prepare();
  await buildLead(db, { siteId: site.id });
  await leaveTrace(db, "lead.erased", "7");
  const sentAt = "2026-11-23T20:00:00.000Z";
  await db.updateTable("outbox").set({ status: "sent", sentAt }).where("id", "=", mailId).execute();
  await db.destroy();

  const restored = await restoreBackup(parts);
  expect(restored).toMatchObject({
    facts: { leads: 1, auditHead: manifest.database.auditHead },
    since: { changes: 1, erasedLeads: ["7"] },
    mailNotSentAgain: 1,
  });
  const now = open(url);
  const [head, restoring, ...more] = await now
    .selectFrom("audit")
    .select(["sequence", "sha256", "action", "details"])
    .where("sequence", ">=", manifest.database.auditHead?.sequence ?? 0)
    .orderBy("sequence")
    .execute();
  expect({ sequence: head?.sequence, sha256: head?.sha256 }).toEqual(manifest.database.auditHead);
  expect(restoring).toMatchObject({ action: "backup.restored" });
  expect(JSON.parse(restoring?.details ?? "")).toMatchObject({
    fromSequence: head?.sequence,
    replacedSequence: restored.since?.head?.sequence,
    replacedSha256: restored.since?.head?.sha256,
  });
  expect(more).toEqual([]);
  await verifyDatabase(now);
  expect(await now.selectFrom("session").select("id").execute()).toEqual([]);
  expect(await now.selectFrom("outbox").select("status").execute()).toEqual([{ status: "sent" }]);
  expect(statSync(url).mode & 0o777).toBe(0o600);

  // And back again by one command.
  await now.destroy();
  const kept = restored.kept ?? "";
  expect(statSync(kept).mode & 0o777).toBe(0o600);
  expect(await listReplacedDatabases(dirname(url))).toEqual([
    { fileName: basename(kept), at: "2026-11-24T09:00:00.000Z", bytes: statSync(kept).size },
  ]);
  const back = await restoreBackup({ ...parts, file: kept, at: new Date(later.getTime() + 1000) });
  expect(back.facts.leads).toBe(2);
  expect(checkDatabase(url)).toMatchObject({ ok: true, facts: { leads: 2 } });
});

it("does nothing while anybody has the database open", async () => {
  const { db, url, parts } = await prepare();
  const before = await db.selectFrom("audit").select("sha256").execute();
  await expect(restoreBackup(parts)).rejects.toThrow("at work on this database");
  expect(await db.selectFrom("audit").select("sha256").execute()).toEqual(before);
  expect(readdirSync(dirname(url)).filter((name) => !name.startsWith("studydesk.db"))).toEqual([]);
});

it("notices each flipped byte, and leaves the database as it is", async () => {
  const { db, url, parts, manifest } = await prepare();
  await db.destroy();
  const whole = readFileSync(parts.file);
  const before = await digestFile(url);
  for (let place = 0; place < 24; place += 1) {
    const flipped = Buffer.from(whole);
    const index = Math.floor((place * (whole.length - 1)) / 23);
    flipped.writeUInt8(flipped.readUInt8(index) ^ 1, index);
    writeFileSync(parts.file, flipped);
    await expect(restoreBackup(parts), `byte ${index}`).rejects.toThrow(
      `${manifest.file} is damaged`,
    );
  }
  writeFileSync(parts.file, whole.subarray(0, whole.length - 4096));
  await expect(restoreBackup(parts)).rejects.toThrow("is damaged");
  expect(await digestFile(url)).toEqual(before);
  expect(readdirSync(dirname(url))).toEqual(["studydesk.db"]);
});

it("refuses what somebody put together, in a sentence, and leaves the database as it is", async () => {
  const { db, url, folder, parts, manifest } = await prepare();
  await db.destroy();
  const before = checkDatabase(url);
  const whole = readFileSync(parts.file);
  const other = join(folder, "other.db");
  const refuse = async (sentence: string, changes: Partial<RestoreParts> = {}) => {
    const tried = restoreBackup({ ...parts, file: other, withoutManifest: true, ...changes });
    await expect(tried, sentence).rejects.toThrow(sentence);
  };
  const change = async (...statements: string[]) => {
    writeFileSync(other, whole);
    const opened = openDatabase(other);
    await tryStatements(opened, ...statements);
    await opened.destroy();
  };
  const ownTrigger = "create trigger own after delete on session begin delete from leads; end";
  for (const [what, ...statements] of [
    ['trigger "own" was put in', ownTrigger],
    ['view "own"', "create view own as select * from leads"],
    ['trigger "leadSearchAdd" is missing', 'drop trigger "leadSearchAdd"'],
    ['index "own"', "create index own on leads (upper(phone))"],
    [
      'table "kysely_migration"',
      "drop table kysely_migration",
      "create view kysely_migration as select 'x' as name",
    ],
  ] as const) {
    await change(...statements);
    await refuse(`is not made as Studydesk makes a database: ${what}`);
  }
  await change("insert into kysely_migration values ('900-later', '2030')");
  await refuse("A newer version of Studydesk");
  await change("delete from kysely_migration where name = '002-sites-and-studies'");
  await refuse("other.db is damaged");
  writeFileSync(other, whole);
  truncateSync(other, 2 ** 40);
  await refuse("longer than it says of itself");
  writeFileSync(other, "");
  await refuse("is empty");
  writeFileSync(other, "no database at all");
  await refuse("begins neither as SQLite's files do");
  writeFileSync(other, `age-encryption.org/v1\n${"-> X25519 a b\n".repeat(9000)}`);
  await refuse("other.db is damaged", { decryption: { identities: [] } });
  await refuse("is a folder", { file: folder });
  await refuse("is no file", { file: "/dev/null" });
  writeFileSync(other, whole);
  for (const [file, sentence] of [
    ["../../etc/passwd", "is not beside the backup, or is damaged"],
    ["studydesk-2020-01-01T000000Z.db", "speaks of another backup"],
  ] as const) {
    writeFileSync(`${other}.json`, JSON.stringify({ ...manifest, file, sha256: "0".repeat(64) }));
    await refuse(sentence, { withoutManifest: false });
  }
  expect(checkDatabase(url)).toEqual(before);
  expect(readdirSync(dirname(url)).join()).not.toMatch(/part|replaced/);
});

it("asks for the manifest, or to be told that it is lost", async () => {
  const { db, parts } = await prepare();
  await db.destroy();
  rmSync(`${parts.file}.json`);
  await expect(restoreBackup(parts)).rejects.toThrow("--no-manifest");
  expect((await restoreBackup({ ...parts, withoutManifest: true })).facts.leads).toBe(1);
});

it("brings an encrypted backup back under its key alone", async () => {
  const { db, url, folder, parts } = await prepare();
  const identity = await generateX25519Identity();
  const encryption = { recipients: [await identityToRecipient(identity)] };
  const { file } = await makeBackup({
    ...{ databaseFile: url, folder, at, encryption, onProgress: () => {} },
  });
  await db.destroy();
  const sealed = { ...parts, file: join(folder, file) };
  await expect(restoreBackup(sealed)).rejects.toThrow("is encrypted");
  const wrong = { ...sealed, decryption: { identities: [await generateX25519Identity()] } };
  await expect(restoreBackup(wrong)).rejects.toThrow("does not open");
  const cut = join(folder, "cut.db.age");
  writeFileSync(cut, readFileSync(sealed.file).subarray(0, 70_000));
  const half = { ...sealed, file: cut, withoutManifest: true };
  const opening = restoreBackup({ ...half, decryption: { identities: [identity] } });
  await expect(opening).rejects.toThrow("does not open");
  expect(readdirSync(dirname(url))).toEqual(["studydesk.db"]);
  const { facts } = await restoreBackup({ ...sealed, decryption: { identities: [identity] } });
  expect(facts.leads).toBe(1);
});

it("changes nothing where the keys of the notes in the backup are not at hand", async () => {
  const { db, url, parts } = await prepare();
  await db.destroy();
  const before = checkDatabase(url);
  const other = keyringOf({ id: firstNoteKeyId, key: Buffer.alloc(32, 9) });
  const refused = restoreBackup({ ...parts, keys: { ...keys, notes: other } });
  await expect(refused).rejects.toThrow("is another one here");
  expect(checkDatabase(url)).toEqual(before);
  expect(readdirSync(dirname(url)).join()).not.toContain(".part");
});

it("replaces a damaged database only when told that no server runs, and keeps it", async () => {
  const { db, url, parts } = await prepare();
  await db.destroy();
  const damaged = Buffer.concat([Buffer.alloc(4096, 7), readFileSync(url).subarray(4096)]);
  writeFileSync(url, damaged);
  writeFileSync(`${url}-wal`, "what a log was");
  await expect(restoreBackup(parts)).rejects.toThrow("--stopped");
  const { kept = "" } = await restoreBackup({ ...parts, isStopped: true });
  expect(readFileSync(kept)).toEqual(damaged);
  expect(readFileSync(`${kept}-wal`, "utf8")).toBe("what a log was");
  expect(checkDatabase(url)).toMatchObject({ ok: true });
});

it("fills an empty machine", async () => {
  const { parts } = await prepare();
  const databaseFile = join(newBackupFolder(), "data", "studydesk.db");
  const restored = await restoreBackup({ ...parts, databaseFile });
  expect(restored).toMatchObject({ kept: undefined, since: undefined });
  expect(checkDatabase(databaseFile)).toMatchObject({ ok: true, facts: { leads: 1 } });
});

it("keeps of the trail's ends outside the database those that still are its own", async () => {
  const { db, parts, folder } = await prepare();
  const anchorFile = join(folder, "heads");
  const keeper = createAnchorKeeper({
    ...{ db, now: () => at, file: anchorFile, log: pino({ level: "silent" }) },
  });
  await keeper.keep();
  await leaveTrace(db, "lead.received", "2");
  await keeper.keep();
  const before = readFileSync(anchorFile, "utf8");
  await db.destroy();
  const { misfits, anchorsKept = "" } = await restoreBackup({ ...parts, anchorFile });
  expect(misfits).toBe(0);
  expect(readFileSync(anchorsKept, "utf8")).toBe(before);
  expect(readFileSync(anchorFile, "utf8")).toBe(`${before.split("\n")[0]}\n`);
  const anchors = await readAnchorFile(anchorFile);
  const { restored } = await verifyDatabase(open(parts.databaseFile), { anchors });
  expect(restored).toMatchObject([{ at: later.toISOString(), lost: { from: 3, to: 3 } }]);
});
