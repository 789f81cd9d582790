// Studydesk as `pnpm serve` runs it, asked by a signed-in person: real session, policies, audit, events.
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import BetterSqlite from "better-sqlite3";
import { z } from "zod";
import { root } from "../start-demo";
import { unwrapBatch } from "./check-answer";
import { askServer, callProcedure } from "./comparison-targets";
import { type HttpRequest, openConnection, writeRequest } from "./connection";
import type { Target } from "./operations";
import { bin, readProcessorTime, runProcess } from "./run-process";
import type { Sample } from "./sample";

/** Fills the folder with made-up leads, by the command that a person would use. */
export async function seedStudydesk(folder: string, leads: number): Promise<string> {
  const child = spawn(
    join(bin, "tsx"),
    ["apps/server/src/cli/studydesk.ts", "seed", "--leads", String(leads), "--seed", "1", "--json"],
    {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, STUDYDESK_DATA: folder },
    },
  );
  const code = await new Promise((ended, failed) => {
    child.once("exit", ended);
    child.once("error", failed);
  });
  if (code !== 0) throw new Error(`seed stopped with ${code}.`);
  const file = join(folder, "studydesk.db");
  const db = new BetterSqlite(file);
  // Made-up data are never served for real, except here, where that is what is measured.
  db.exec('update installation set "isDemo" = 0');
  db.pragma("wal_checkpoint(truncate)");
  db.close();
  return file;
}

const accounts = z.array(z.object({ email: z.string(), password: z.string() }));
const scripts = z.object({ scripts: z.object({ serve: z.string() }) });

export async function startStudydesk(
  folder: string,
  sample: Sample,
  connections: number,
): Promise<Target> {
  const secretFile = join(folder, "bench-secret");
  writeFileSync(secretFile, "x".repeat(64), { mode: 0o600 });
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = await runProcess(readServeCommand(), {
    PORT: String(port),
    STUDYDESK_URL: origin,
    STUDYDESK_DATA: folder,
    STUDYDESK_SECRET_FILE: secretFile,
  });
  try {
    await waitUntilIdle(server.pid);
    const cookie = await signIn(origin, folder);
    const signedIn = (request: HttpRequest): HttpRequest => ({
      ...request,
      headers: { origin, cookie },
    });
    const call = (path: string, input?: unknown) => signedIn(callProcedure(path, input));
    const { studyId, status } = sample.filter;
    const place = sample.place;
    const cursor = await walkTo(port, call, sample.deep.row);
    return askServer("Studydesk", server, sample, connections, {
      unwrap: unwrapBatch,
      list: call("leads.list", {}),
      filtered: call("leads.list", { filters: { studyIds: [studyId], statuses: [status] } }),
      deep: call("leads.list", { cursor }),
      search: (search) => call("leads.list", { filters: { search } }),
      lead: (leadId) => call("leads.get", { leadId }),
      create: (person) => call("leads.add", { ...person, ...place, consentGiven: true }),
      move: ({ id: leadId, ...move }) => call("leads.changeStatus", { leadId, ...move }),
      counts: call("leads.counts"),
    });
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The very command of `pnpm serve`, with its flags. */
function readServeCommand(): string[] {
  const { serve } = scripts.parse(
    JSON.parse(readFileSync(join(root, "package.json"), "utf8")),
  ).scripts;
  const [program, ...rest] = serve.split(" ");
  return program === "node" ? rest : ["--import", "tsx", ...rest];
}

async function signIn(origin: string, folder: string): Promise<string> {
  const people = accounts.parse(
    JSON.parse(readFileSync(join(folder, "demo-accounts.json"), "utf8")),
  );
  // Who works at every site sees what the comparison servers show.
  const person = people.find(({ email }) => email.startsWith("ada."));
  const answer = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify(person),
  });
  const cookie = answer.headers.getSetCookie().map((line) => line.split(";")[0]);
  if (!answer.ok || cookie.length === 0) throw new Error(`Sign-in answered ${answer.status}.`);
  return cookie.join("; ");
}

const quietMs = 50;
const longestWait = 120;

/** The first start on new data works through them once, beside what it answers: that is not measured. */
async function waitUntilIdle(pid: number): Promise<void> {
  for (let second = 0, before = Number.NaN; second < longestWait; second += 1) {
    const used = readProcessorTime(pid);
    if (used - before <= quietMs) return;
    before = used;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** Page by page, as a person scrolls, until so many rows were seen. */
async function walkTo(
  port: number,
  call: (path: string, input: unknown) => HttpRequest,
  row: number,
): Promise<string> {
  const page = z.object({ nextCursor: z.string() });
  const connection = await openConnection(port);
  let cursor: string | undefined;
  for (let seen = 0; seen < row; ) {
    const limit = Math.min(200, row - seen);
    const request = writeRequest(port, call("leads.list", { limit, cursor }));
    const { body } = await connection.send(request);
    cursor = page.parse(unwrapBatch(JSON.parse(body.toString()))).nextCursor;
    seen += limit;
  }
  connection.close();
  if (cursor === undefined) throw new Error("There is no deep page.");
  return cursor;
}

function findFreePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === "object") found(address.port);
      });
    });
  });
}
