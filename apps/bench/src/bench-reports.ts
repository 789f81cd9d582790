// How soon each report is there, with many leads and their histories behind it: through the procedures as
// the server calls them, inside the process, without HTTP. Beside the time that passed stands the processor's,
// which a machine that is busy with something else changes little.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { exportScreeningLog } from "@studydesk/api/reports/export-screening-log";
import { buildCaller } from "@studydesk/api/testing/build-caller";
import { buildDeps } from "@studydesk/api/testing/build-deps";
import { type Db, openDatabase } from "@studydesk/db/open-database";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { funnelGroupings } from "@studydesk/domain/reports/report";
import { measure, timesLine } from "./measure";
import { seedLeads } from "./seed-leads";

/** `--leads N`; `--data <folder>` keeps what was made up for the next run. */
export async function benchReports(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      leads: { type: "string", default: "100000" },
      rounds: { type: "string", default: "40" },
      data: { type: "string" },
    },
  });
  const folder = values.data ?? mkdtempSync(join(tmpdir(), "studydesk-bench-"));
  const file = join(folder, "studydesk.db");
  try {
    if (!existsSync(file)) {
      say(`Making up ${Number(values.leads).toLocaleString("en")} leads …\n`);
      await seedLeads(folder, Number(values.leads));
    }
    const db = openDatabase(file);
    try {
      await measureReports(db, Number(values.rounds));
    } finally {
      await db.destroy();
    }
  } finally {
    if (!values.data) rmSync(folder, { recursive: true, force: true });
  }
}

function say(text: string): void {
  process.stdout.write(text);
}

async function measureReports(db: Db, rounds: number): Promise<void> {
  const deps = buildDeps(db, { now: () => new Date() });
  const viewer = await readViewer(db);
  const { reports } = buildCaller(deps, viewer);
  const times = async (what: string, work: () => Promise<unknown>) => {
    const processor: number[] = [];
    const taken = await measure(rounds, async () => {
      const before = process.cpuUsage();
      await work();
      const { user, system } = process.cpuUsage(before);
      processor.push((user + system) / 1000);
    });
    const p95 = processor.toSorted((a, b) => a - b)[Math.floor((rounds - 1) * 0.95)] ?? 0;
    say(
      timesLine(what, taken).replace("\n", `   processor p95 ${p95.toFixed(0).padStart(4)} ms\n`),
    );
  };
  const lastMonth = { from: daysAgo(30), to: daysAgo(0) };
  for (const by of funnelGroupings) {
    await times(`recruitment by ${by}`, () => reports.recruitment({ by }));
  }
  await times("recruitment by source, last 30 days", () =>
    reports.recruitment({ by: "source", ...lastMonth }),
  );
  await times("recruitment by month, two languages", () =>
    reports.recruitment({ by: "month", languages: ["es", "en"] }),
  );
  await times("failures by criterion", () => reports.failures({}));
  await times("failures by criterion, last 30 days", () => reports.failures(lastMonth));
  await times("flow of participants", () => reports.consort({}));
  await times("flow of participants, last 30 days", () => reports.consort(lastMonth));
  await times("screening log, first page", () => reports.screeningLog({}));
  let cursor: string | undefined;
  for (let page = 0; page < 100; page += 1) {
    cursor = (await reports.screeningLog({ cursor, limit: 200 })).nextCursor ?? cursor;
  }
  await times("screening log, page after 20,000 lines", () => reports.screeningLog({ cursor }));
  await times("log of all leads, first page", () => reports.screeningLog({ scope: "assessed" }));
  const startedAt = performance.now();
  const input = { scope: "assessed", withInitials: false } as const;
  const exported = await exportScreeningLog(deps, viewer, input);
  let lines = 0;
  for await (const piece of exported.pieces) lines += String(piece).split("\r\n").length - 1;
  const seconds = (performance.now() - startedAt) / 1000;
  say(`The whole log as a file: ${lines.toLocaleString("en")} lines in ${seconds.toFixed(1)} s\n`);
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

/** Somebody who works at every site there is. */
async function readViewer(db: Db): Promise<Viewer> {
  const sites = await db.selectFrom("sites").select("id").execute();
  const { id } = await db.selectFrom("user").select("id").limit(1).executeTakeFirstOrThrow();
  return {
    ...{ userId: id, name: "Kim Example", email: "kim@example.org" },
    ...{ isOwner: false, sessionId: "bench" },
    roles: sites.map(({ id: siteId }) => ({ siteId, role: "coordinator" })),
  };
}
