// The disk fills up while visitors and staff write: they are told so, what was there stays whole and can be
// read, and once there is room the same server goes on. A small disk is made of memory, which takes the rights
// of root.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@studydesk/db/open-database";
import { sql } from "kysely";
import { expect, inject, it, onTestFinished } from "vitest";
import { buildFaultDesk } from "./support/build-desk";
import { isFull, tell } from "./support/figures";
import { addLead, call, makeAddress, readConsentText, sendForm, signIn } from "./support/people";
import { startServer } from "./support/start-server";

const mayMount = process.platform === "linux" && process.getuid?.() === 0;

it.runIf(isFull && mayMount)(
  "say so when the disk is full, keep all that was there, and go on once there is room",
  { timeout: 3_600_000 },
  async () => {
    const disk = makeDisk(12);
    const desk = await buildFaultDesk(async () => {
      const url = join(disk.folder, "studydesk.db");
      copyFileSync(inject("sqliteTemplate"), url);
      const db = openDatabase(url);
      onTestFinished(() => db.destroy());
      return { db, url };
    });
    const { url } = await startServer(desk);
    const cookie = await signIn(url, desk);
    const consentText = await readConsentText(url, desk);
    const acknowledged: string[] = [];
    const refused = { visitors: 0, staff: 0 };
    for (let round = 0; refused.visitors + refused.staff < 20; round += 1) {
      expect(round).toBeLessThan(50_000);
      const email = makeAddress();
      if (round % 2 === 0) {
        const status = await sendForm(url, desk, email, consentText);
        expect([303, 503]).toContain(status);
        if (status === 303) acknowledged.push(email);
        else refused.visitors += 1;
      } else {
        const { status, body } = await addLead(url, cookie, desk, email);
        expect([200, 503]).toContain(status);
        if (status === 200) acknowledged.push(email);
        else {
          expect(body).toContain("The server's disk is full, so nothing was changed.");
          refused.staff += 1;
        }
      }
    }
    expect((await call(url, cookie, "leads.count", {})).status).toBe(200);
    await expectWhole(desk.db, acknowledged);
    disk.grow(64);
    await expect
      .poll(async () => (await addLead(url, cookie, desk, makeAddress())).status, {
        timeout: 60_000,
      })
      .toBe(200);
    await expectWhole(desk.db, acknowledged);
    tell("disk full", {
      "acknowledged before": acknowledged.length,
      "visitors told": refused.visitors,
      "staff told": refused.staff,
      lost: 0,
    });
  },
);

function makeDisk(megabytes: number) {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder]);
  onTestFinished(() => {
    execFileSync("umount", ["--lazy", folder]);
    rmSync(folder, { recursive: true });
  });
  const grow = (to: number) =>
    void execFileSync("mount", ["-o", `remount,size=${to}m`, "tmpfs", folder]);
  return { folder, grow };
}

async function expectWhole(
  db: ReturnType<typeof openDatabase>,
  acknowledged: readonly string[],
): Promise<void> {
  const leads = await db.selectFrom("leads").select("email").execute();
  const kept = new Set(leads.map(({ email }) => email));
  expect(acknowledged.filter((email) => !kept.has(email))).toEqual([]);
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  expect(rows).toEqual([{ integrity_check: "ok" }]);
}
