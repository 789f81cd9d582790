import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createAuditSigner } from "@studydesk/api/audit/create-audit-signer";
import { verifyDatabase } from "@studydesk/api/audit/verify-database";
import { buildAuditTrail, testSigner } from "@studydesk/api/testing/build-audit";
import { setAuditSigner } from "@studydesk/db/audit/audit-signer";
import { inTransaction } from "@studydesk/db/open-database";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { spoilAudit } from "@studydesk/db/testing/spoil-audit";
import { pino } from "pino";
import { expect, it } from "vitest";
import { createAnchorKeeper, readAnchorFile } from "../audit-anchors";
import { acceptRestored } from "./accept-restored";
import { recordRestored } from "./record-restored";
import { newBackupFolder } from "./testing/new-backup-folder";

const at = new Date("2026-11-24T09:00:00.000Z");

/** A trail of seven rows with ends kept at row 4 and 7, of which the last three are gone. */
async function putBack() {
  const { db } = await openTestSqlite();
  const anchorFile = join(newBackupFolder(), "heads");
  const log = pino({ level: "silent" });
  const keeper = createAnchorKeeper({ db, now: () => at, file: anchorFile, log });
  await buildAuditTrail(db, 2);
  await keeper.keep();
  await buildAuditTrail(db, 2);
  await keeper.keep();
  await spoilAudit(
    db,
    'delete from "auditHeads" where sequence > 4',
    "delete from audit where sequence > 4",
  );
  return { db, anchorFile, anchors: () => readAnchorFile(anchorFile) };
}

it("says in the trail what is gone, keeps the old ends beside, and ends the warning", async () => {
  const { db, anchorFile, anchors } = await putBack();
  const before = readFileSync(anchorFile, "utf8");
  await expect(verifyDatabase(db, { anchors: await anchors() })).rejects.toThrow(
    "Row 5 is missing",
  );
  const { from, replaced, anchorsKept = "" } = await acceptRestored(db, { at, anchorFile });
  expect([from?.sequence, replaced.sequence]).toEqual([4, 7]);
  expect(readFileSync(anchorsKept, "utf8")).toBe(before);
  expect([...(await anchors()).keys()]).toEqual([4]);
  expect(await verifyDatabase(db, { anchors: await anchors() })).toMatchObject({
    sequence: 5,
    signedUpTo: 5,
    restored: [{ sequence: 5, at: at.toISOString(), lost: { from: 5, to: 7 } }],
  });
  // Ends that left the machine still tell.
  const elsewhere = await readAnchorFile(anchorsKept);
  await expect(verifyDatabase(db, { anchors: elsewhere })).rejects.toThrow("Row 6 is missing");
  await expect(acceptRestored(db, { at, anchorFile })).rejects.toThrow("nothing to say");
});

it("is no way for whoever has the database alone: a row that says so takes no warning away", async () => {
  const { db, anchors } = await putBack();
  const stranger = createAuditSigner(Buffer.alloc(32, 5));
  expect(stranger.keyId).not.toBe(testSigner.keyId);
  setAuditSigner(db, stranger);
  const ends = { at: at.toISOString(), from: null, replaced: { sequence: 7, sha256: "" } };
  await inTransaction(db, (trx) => recordRestored(trx, ends));
  await expect(verifyDatabase(db, { anchors: await anchors() })).rejects.toThrow(
    "its digest was kept outside the database",
  );
});
