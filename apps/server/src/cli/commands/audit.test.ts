// Verifies a trail as somebody far from the desk would: with the file and nothing else.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAuditSigner } from "@studydesk/api/audit/create-audit-signer";
import { exportWholeAudit } from "@studydesk/api/audit/export-audit";
import { buildAuditTrail } from "@studydesk/api/testing/build-audit";
import { buildDeps } from "@studydesk/api/testing/build-deps";
import { setAuditSigner } from "@studydesk/db/audit/audit-signer";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { expect, it, onTestFinished } from "vitest";
import { runCommand } from "../../testing/run-command";

async function verify(text: string) {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-audit-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "audit.jsonl");
  writeFileSync(file, text);
  return runCommand(["audit", "verify", file], {});
}

it("says of a file alone whether it holds, and otherwise which row does not", async () => {
  const { db } = await openTestSqlite();
  const deps = buildDeps(db);
  await buildAuditTrail(db, 3);
  setAuditSigner(db, createAuditSigner(deps.keys.audit));
  let text = "";
  for await (const piece of await exportWholeAudit(deps, null)) text += piece;
  const whole = await verify(text);
  const spoiled = await verify(text.replace('"subjectId":"101"', '"subjectId":"9"'));
  expect(whole).toMatchObject({ code: 0, stdout: expect.stringContaining("holds: 7 rows") });
  expect(spoiled).toMatchObject({ code: 1, stdout: expect.stringContaining("Row 3 was changed") });
});
