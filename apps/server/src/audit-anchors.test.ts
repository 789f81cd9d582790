import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifyDatabase } from "@studydesk/api/audit/verify-database";
import { buildAuditTrail } from "@studydesk/api/testing/build-audit";
import { buildDeps } from "@studydesk/api/testing/build-deps";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { spoilAudit } from "@studydesk/db/testing/spoil-audit";
import { pino } from "pino";
import { expect, it, onTestFinished } from "vitest";
import { createAnchorKeeper, readAnchorFile } from "./audit-anchors";
import { startAuditAnchors } from "./audit-loops";

async function build() {
  const { db } = await openTestSqlite();
  const deps = buildDeps(db);
  const folder = mkdtempSync(join(tmpdir(), "studydesk-anchors-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "secret.heads");
  const lines: string[] = [];
  const log = pino({ level: "warn" }, { write: (line: string) => void lines.push(line) });
  const keeper = () => createAnchorKeeper({ db, now: deps.now, file, log });
  return { db, deps, file, log, keeper, logged: () => lines.join("") };
}

it("keeps each new end once, goes on after a restart and after half a line", async () => {
  const { db, file, keeper } = await build();
  const first = keeper();
  expect(await first.keep()).toBe(false);
  await buildAuditTrail(db, 2);
  expect([await first.keep(), await first.keep(), await keeper().keep()]).toEqual([
    ...[true, false, false],
  ]);
  appendFileSync(file, '{"at":"2026-09-01T12:0');
  await buildAuditTrail(db, 1);
  expect(await keeper().keep()).toBe(true);
  const anchors = await readAnchorFile(file);
  expect([...anchors.keys()]).toEqual([4, 5]);
  expect(await verifyDatabase(db, { anchors })).toMatchObject({ sequence: 5 });
  expect(readFileSync(file, "utf8").split("\n")).toHaveLength(4);
});

it("warns at the start when the end was cut off or written anew, and not of a trail that holds", async () => {
  const { db, file, keeper, logged } = await build();
  await buildAuditTrail(db, 4);
  await keeper().keep();
  const sound = keeper();
  await sound.look();
  expect([sound.warning(), logged()]).toEqual([undefined, ""]);
  await spoilAudit(
    db,
    'delete from "auditHeads" where sequence > 4',
    "delete from audit where sequence > 4",
  );
  const cut = keeper();
  await cut.look();
  expect(cut.warning()).toEqual({ problem: "anchor_missing", sequence: 5 });
  expect(logged()).toContain("rows from there on were cut off");
  // Written on, the chain reaches the row that was kept, and it is another one.
  await buildAuditTrail(db, 4);
  await cut.keep();
  const anew = keeper();
  await anew.look();
  expect(anew.warning()).toEqual({ problem: "anchor_other", sequence: 7 });
  expect((await readAnchorFile(file)).size).toBeGreaterThan(1);
});

it("mails the end once a day to the address outside, and keeps it when the server stops", async () => {
  const { db, deps, file, log, keeper } = await build();
  await buildAuditTrail(db, 2);
  const loop = startAuditAnchors({ deps, keeper: keeper(), mailTo: "audit@example.org", log });
  const mails = () => db.selectFrom("outbox").select(["toAddress", "textBody", "leadId"]).execute();
  await expect.poll(async () => (await mails()).length).toBe(1);
  loop.wake();
  await buildAuditTrail(db, 1);
  await loop.stop();
  expect([...(await readAnchorFile(file)).keys()].at(-1)).toBe(5);
  const sent = await mails();
  expect(sent).toMatchObject([{ toAddress: "audit@example.org", leadId: null }]);
  expect(sent[0]?.textBody).toContain("Row: 4");
});

it("says that it fails where the file cannot be written, and goes on with everything else", async () => {
  const { db, deps, log, logged } = await build();
  await buildAuditTrail(db, 1);
  const file = join(tmpdir(), "nowhere-at-all", "heads");
  const keeper = createAnchorKeeper({ db, now: deps.now, file, log });
  const loop = startAuditAnchors({ deps, keeper, mailTo: undefined, log });
  await expect.poll(logged).toContain("STUDYDESK_AUDIT_HEAD_FILE");
  expect(keeper.isFailing()).toBe(true);
  await loop.stop();
});
