// What the audit trail costs and how long it is looked through: a change of a lead with and without its signature, on
// both engines; a trail of a million rows verified in the database and as a file; a page of it on the screen.
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { createAuditSigner } from "@studydesk/api/audit/create-audit-signer";
import { exportWholeAudit } from "@studydesk/api/audit/export-audit";
import { verifyDatabase } from "@studydesk/api/audit/verify-database";
import { verifyAuditFile } from "@studydesk/api/audit/verify-file";
import { changeStatus } from "@studydesk/api/leads/change-status";
import { madeUpEntry, testSigner } from "@studydesk/api/testing/build-audit";
import { buildCaller } from "@studydesk/api/testing/build-caller";
import { buildDeps } from "@studydesk/api/testing/build-deps";
import { buildDesk } from "@studydesk/api/testing/build-desk";
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { setAuditSigner } from "@studydesk/db/audit/audit-signer";
import { migrate } from "@studydesk/db/migrate";
import { type Db, inTransaction, openDatabase } from "@studydesk/db/open-database";
import { buildPerson } from "@studydesk/db/testing/build-people";
import { startPostgresServer } from "@studydesk/db/testing/start-postgres-server";
import { sql } from "kysely";
import { measure, timesLine } from "./measure";

/** `--rows N` rows to verify; `--rounds N` changes of each kind. */
export async function benchAudit(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      rows: { type: "string", default: "1000000" },
      rounds: { type: "string", default: "2000" },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), "studydesk-bench-"));
  const postgres = await startPostgresServer();
  try {
    await measureChanges("SQLite", join(folder, "changes.db"), Number(values.rounds));
    await measureChanges("PostgreSQL", postgres.url, Number(values.rounds));
    await measureTrail(folder, Number(values.rows));
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function say(text: string): void {
  process.stdout.write(text);
}

/** By turns, so that whatever else the machine does meets both. */
async function measureChanges(engine: string, url: string, rounds: number): Promise<void> {
  const [plain, signed] = [openDatabase(url), openDatabase(url)];
  try {
    await migrate(plain);
    setAuditSigner(signed, testSigner);
    const { deps, bo, lead } = await buildDesk(plain);
    const change = async (db: Db) => {
      const { version, status } = await plain
        .selectFrom("leads")
        .select(["version", "status"])
        .where("id", "=", lead.id)
        .executeTakeFirstOrThrow();
      const to = status === "invalid" ? "new" : "invalid";
      const startedAt = performance.now();
      await changeStatus({ ...deps, db }, bo, {
        ...{ leadId: lead.id, expectedVersion: version, to },
        ...(to === "invalid" ? { reason: "spam" } : {}),
      });
      return performance.now() - startedAt;
    };
    const taken = { without: [] as number[], with: [] as number[] };
    for (let round = 0; round < rounds + 50; round++) {
      const without = await change(plain);
      const withSignature = await change(signed);
      if (round < 50) continue;
      taken.without.push(without);
      taken.with.push(withSignature);
    }
    const of = (times: number[], share: number) =>
      times.toSorted((a, b) => a - b)[Math.floor((rounds - 1) * share)] ?? 0;
    const both = (times: number[]) => ({ p50: of(times, 0.5), p95: of(times, 0.95) });
    say(timesLine(`${engine}: a status, unsigned`, both(taken.without)));
    say(timesLine(`${engine}: a status, signed`, both(taken.with)));
    const ratio = of(taken.with, 0.5) / of(taken.without, 0.5);
    say(`${engine}: signed takes ${ratio.toFixed(2)} times as long (medians)\n`);
  } finally {
    await Promise.all([plain.destroy(), signed.destroy()]);
  }
}

async function measureTrail(folder: string, rows: number): Promise<void> {
  const db = openDatabase(join(folder, "trail.db"));
  const perChange = 2;
  try {
    await migrate(db);
    const deps = buildDeps(db);
    setAuditSigner(db, createAuditSigner(deps.keys.audit));
    // The disk is not what is measured here.
    await sql`pragma synchronous = off`.execute(db);
    await timed(`writing ${count(rows)} rows, a signature for each ${perChange}`, async () => {
      for (let index = 0; index * perChange < rows; index++) {
        await inTransaction(db, async (trx) => {
          for (let row = 0; row < perChange; row++) await addAudit(trx, madeUpEntry(index, row));
        });
      }
    });
    await timed("verifying it in the database", () => verifyDatabase(db));
    const file = join(folder, "audit.jsonl");
    await timed("taking it out", async () =>
      pipeline(Readable.from(await exportWholeAudit(deps, null)), createWriteStream(file)),
    );
    const megabytes = (statSync(file).size / 1e6).toFixed(0);
    await timed(`verifying the file of ${megabytes} MB`, () =>
      verifyAuditFile(createReadStream(file)),
    );
    const { audit } = buildCaller(deps, await buildPerson(db, { isOwner: true }));
    say(timesLine("first page", await measure(40, () => audit.list({}))));
    say(
      timesLine("a page in the middle", await measure(40, () => audit.list({ cursor: rows / 2 }))),
    );
    say(timesLine("of one lead", await measure(40, () => audit.list({ leadId: 140 }))));
    say(
      timesLine("of a kind that is rare", await measure(10, () => audit.list({ group: "audit" }))),
    );
    say(
      timesLine(
        "of one day",
        await measure(10, () => audit.list({ from: "2026-09-01", to: "2026-09-01" })),
      ),
    );
  } finally {
    await db.destroy();
  }
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  await work();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const { user, system } = process.cpuUsage(before);
  const processor = ((user + system) / 1e6).toFixed(1);
  const memory = (process.memoryUsage().rss / 1e6).toFixed(0);
  say(`${what}: ${seconds} s (processor ${processor} s), ${memory} MB in use\n`);
}

function count(value: number): string {
  return value.toLocaleString("en");
}
