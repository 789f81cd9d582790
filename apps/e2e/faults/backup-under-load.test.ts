// A backup while people write: nobody's write fails, it holds all that was answered before it began, and one
// command brings exactly it back. How much slower writes are meanwhile is measured, and decides nothing.
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { verifyDatabase } from "@studydesk/api/audit/verify-database";
import { buildCaller } from "@studydesk/api/testing/build-caller";
import { buildDeps } from "@studydesk/api/testing/build-deps";
import { checkDatabase } from "@studydesk/db/backups/check-database";
import type { DatabaseFacts } from "@studydesk/db/backups/database-facts";
import { inTransaction, openDatabase } from "@studydesk/db/open-database";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { runCommand } from "../src/desk/start-serving";
import { buildFaultDesk, settingsOf } from "./support/build-desk";
import { isFull, percentile, tell } from "./support/figures";
import { addLead, makeAddress, signIn } from "./support/people";
import { startServer } from "./support/start-server";

const leads = 100_000;
const writesBefore = 2_000;
const atOnce = 4;

const manifestSchema = z.object({
  file: z.string(),
  bytes: z.number(),
  database: z.object({
    leads: z.number(),
    auditHead: z.object({ sequence: z.number(), sha256: z.string() }),
  }),
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-backup-fault-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function seconds<T>(work: Promise<T>): Promise<{ result: T; took: string }> {
  const startedAt = performance.now();
  const result = await work;
  return { result, took: ((performance.now() - startedAt) / 1000).toFixed(1) };
}

// Short: this process is who writes, and the copy itself is looked at; beside the commands restoring is tested
// without processes.
it.skipIf(isFull)(
  "backs up what another process writes to, whole",
  {
    timeout: 240_000,
  },
  async () => {
    const desk = await buildFaultDesk(openTestSqlite);
    const { studyId, siteId } = desk;
    const { leads } = buildCaller(buildDeps(desk.db), desk.kim);
    let written = 0;
    let isOver = false;
    async function write(): Promise<void> {
      while (!isOver) {
        const names = { firstName: "Bo", lastName: "Example", consentGiven: true as const };
        await leads.add({ studyId, siteId, ...names, email: makeAddress() });
        written += 1;
        await wait(5);
      }
    }
    const writing = write();
    await expect.poll(() => written, { timeout: 60_000 }).toBeGreaterThan(20);
    const writtenBefore = written;
    const folder = newFolder();
    const made = await runCommand(["backup", folder, "--json"], settingsOf(desk)).finally(() => {
      isOver = true;
    });
    await writing;
    const { file, database } = manifestSchema.parse(JSON.parse(made));
    expect(database.leads).toBeGreaterThanOrEqual(writtenBefore);
    expect(database.leads).toBeLessThan(written);
    await expectWhole(join(folder, file), database);
    tell("a backup of what another process writes to", {
      leads: database.leads,
      "writes meanwhile": written - writtenBefore,
      errors: 0,
    });
  },
);

/** As many leads as its manifest says, and every row of the trail. Gives what is in it. */
async function expectWhole(
  file: string,
  { leads }: z.infer<typeof manifestSchema>["database"],
): Promise<DatabaseFacts> {
  const found = checkDatabase(file);
  if (!found.ok) throw new Error(found.problem);
  expect(found.facts.leads).toBe(leads);
  const db = openDatabase(file);
  await verifyDatabase(db).finally(() => db.destroy());
  return found.facts;
}

it.runIf(isFull)(
  "backs up while people write, and brings exactly that back",
  {
    timeout: 3_600_000,
  },
  async () => {
    const desk = await buildFaultDesk(openTestSqlite);
    const { studyId, siteId } = desk;
    for (let made = 0; made < leads; made += 1000) {
      await inTransaction(desk.db, async (trx) => {
        for (let one = made; one < Math.min(leads, made + 1000); one += 1) {
          await buildLead(trx, { siteId, studyId, email: makeAddress(), phone: null });
        }
      });
    }
    const server = await startServer(desk);
    const cookie = await signIn(server.url, desk);
    const folder = newFolder();

    let refused = 0;
    let answered = 0;
    let isOver = false;
    const times: { before: number[]; during: number[] } = { before: [], during: [] };
    let phase: keyof typeof times = "before";
    const writers = Array.from({ length: atOnce }, async () => {
      while (!isOver) {
        const startedAt = performance.now();
        const { status } = await addLead(server.url, cookie, desk, makeAddress());
        times[phase].push(performance.now() - startedAt);
        if (status === 200) answered += 1;
        else refused += 1;
      }
    });
    await expect.poll(() => answered, { timeout: 1_800_000 }).toBeGreaterThan(writesBefore);
    phase = "during";
    const answeredBefore = answered;
    const made = await seconds(runCommand(["backup", folder, "--json"], settingsOf(desk)));
    isOver = true;
    await Promise.all(writers);
    const manifest = manifestSchema.parse(JSON.parse(made.result));
    expect(refused).toBe(0);
    expect(times.during.length).toBeGreaterThan(0);
    expect(manifest.database.leads).toBeGreaterThanOrEqual(leads + answeredBefore);
    expect(manifest.database.leads).toBeLessThanOrEqual(leads + answered);
    const file = join(folder, manifest.file);

    const whileServing = runCommand(["restore", file], settingsOf(desk));
    await expect(whileServing).rejects.toThrow("at work on this database");
    await server.stop();
    await desk.db.destroy();
    const restored = await seconds(runCommand(["restore", file], settingsOf(desk)));
    expect(restored.result).toContain("To go back: pnpm studydesk restore");

    const { auditHead } = await expectWhole(desk.databaseUrl, manifest.database);
    // The restore's own row, and the one that makes its key known, come after the backup's last.
    expect(auditHead?.sequence).toBeGreaterThan(manifest.database.auditHead.sequence);

    const again = await startServer(desk);
    expect((await fetch(`${again.url}/readyz`)).status).toBe(200);
    const [p99Before, p99During] = [percentile(times.before, 0.99), percentile(times.during, 0.99)];
    tell("a backup while people write", {
      leads: manifest.database.leads,
      MB: Math.round(manifest.bytes / 1e6),
      "s for the backup": made.took,
      "writes meanwhile": times.during.length,
      errors: refused,
      "ms p99 of writes before": p99Before,
      "and meanwhile": p99During,
      ratio: (p99During / Math.max(1, p99Before)).toFixed(1),
      "s for the restore": restored.took,
    });
  },
);

// Making a key of a passphrase takes seconds, on purpose.
it.skipIf(!isFull)(
  "brings a backup back under its passphrase alone (skipped in the short form)",
  { timeout: 600_000 },
  async () => {
    const desk = await buildFaultDesk(openTestSqlite);
    const folder = newFolder();
    const passphrase = (words: string) => {
      const file = join(folder, words.replaceAll(" ", "-"));
      writeFileSync(file, words, { mode: 0o600 });
      return ["--passphrase-file", file];
    };
    const right = passphrase("five random words of mine");
    const made = await runCommand(["backup", folder, "--json", ...right], settingsOf(desk));
    const file = join(folder, manifestSchema.parse(JSON.parse(made)).file);
    await desk.db.destroy();
    const wrong = passphrase("five other words of mine");
    const refused = runCommand(["restore", file, ...wrong], settingsOf(desk));
    await expect(refused).rejects.toThrow("does not open");
    expect(await runCommand(["restore", file, ...right], settingsOf(desk))).toContain("Restored");
  },
);

// Mounting is root's, and takes a system that has tmpfs.
it.skipIf(!isFull || process.getuid?.() !== 0)(
  "says that the disk is full, and leaves what was there (skipped: the short form, or not root)",
  { timeout: 600_000 },
  async () => {
    const desk = await buildFaultDesk(openTestSqlite);
    const folder = newFolder();
    const run = promisify(execFile);
    await run("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", folder]);
    try {
      const first = await runCommand(["backup", folder, "--json"], settingsOf(desk));
      const { file } = manifestSchema.parse(JSON.parse(first));
      const whole = readFileSync(join(folder, file));
      const full = runCommand(["backup", folder, "--keep", "1"], settingsOf(desk));
      await expect(full).rejects.toThrow("There is no room for the backup");
      expect(readdirSync(folder).sort()).toEqual([file, `${file}.json`]);
      expect(readFileSync(join(folder, file))).toEqual(whole);
      tell("a backup on a full disk", { "files left of it": 0, "earlier backups harmed": 0 });
    } finally {
      await run("umount", [folder]);
    }
  },
);
