// How fast the desk answers, beside two servers that do less: (b) Express, tRPC and Kysely without accounts,
// rules and records, (c) node:http and prepared statements. One run, one machine, the same made-up leads,
// the same durability, in turns, so that what disturbs one disturbs all.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Measured, summarize, tableLines } from "./api/api-table";
import { startBare, startTrpc } from "./api/comparison-targets";
import { type Connection, openConnection } from "./api/connection";
import { type OperationName, operationNames, type Target } from "./api/operations";
import { makePlainDatabase } from "./api/plain-database";
import { type Load, runLoad } from "./api/run-load";
import { readMemory } from "./api/run-process";
import { readSample, type Sample } from "./api/sample";
import { seedStudydesk, startStudydesk } from "./api/studydesk-target";

const connectionCount = 10;
/** Before anything counts: the programs are compiled while they run. */
const warmUpSeconds = 0.4;

export async function benchApi(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      leads: { type: "string", default: "100000" },
      rounds: { type: "string", default: "4" },
      seconds: { type: "string", default: "0.5" },
      /** One operation alone, as often as it is given. */
      only: { type: "string", multiple: true, default: [] },
      /** A folder for the made-up data, to be used again by the next run. */
      data: { type: "string" },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), "studydesk-bench-"));
  const targets: Target[] = [];
  try {
    const leads = Number(values.leads);
    say(`${leads.toLocaleString("en")} leads, ${connectionCount} connections each`);
    const made = values.data ?? join(folder, "made");
    await makeData(made, leads);
    cpSync(made, folder, { recursive: true });
    const sample = readSample(join(folder, "plain.db"));
    say("Starting the servers");
    targets.push(await startStudydesk(join(folder, "studydesk"), sample, connectionCount));
    cpSync(join(folder, "plain.db"), join(folder, "plain-b.db"));
    targets.push(await startTrpc(join(folder, "plain-b.db"), sample, connectionCount));
    targets.push(await startBare(join(folder, "plain.db"), sample, connectionCount));
    await compareAnswers(targets, sample);
    await openEachLead(targets, sample);
    const names = operationNames.filter(
      (name) => values.only.length === 0 || values.only.includes(name),
    );
    const rounds = Number(values.rounds);
    const measured = await measure(targets, names, rounds, Number(values.seconds));
    for (const line of tableLines(measured)) say(line);
    for (const [index, { name, pid }] of targets.entries()) {
      say(`(${"abc"[index]}) ${name}: ${readMemory(pid).toFixed(0)} MB after the run`);
    }
  } finally {
    for (const target of targets) await target.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function makeData(folder: string, leads: number): Promise<void> {
  if (existsSync(join(folder, "plain.db"))) return say("Using the data that is there");
  say("Making up the data");
  mkdirSync(join(folder, "studydesk"), { recursive: true });
  const file = await seedStudydesk(join(folder, "studydesk"), leads);
  makePlainDatabase(file, join(folder, "plain.db"));
}

/** Who answers something else is not measured. */
async function compareAnswers(targets: readonly Target[], sample: Sample): Promise<void> {
  const compare = async (what: string, read: (target: Target) => Promise<number[]>) => {
    const [own, ...others] = await Promise.all(targets.map(read));
    for (const other of others) {
      if (own?.length === 0 || String(own) !== String(other)) {
        throw new Error(`The servers disagree about ${what}:\n${own}\n${other}`);
      }
    }
  };
  for (const name of ["list", "filtered list", "deep page"] as const) {
    await compare(name, (target) => target.listIds(name));
  }
  for (const term of sample.terms) await compare(term, (target) => target.searchIds(term));
}

/** The first look at a lead is written down, the next ones within the hour are not: those are measured. */
async function openEachLead(targets: readonly Target[], { leadIds }: Sample): Promise<void> {
  for (const { port, operations } of targets) {
    const connection = await openConnection(port);
    for (const _ of leadIds) await connection.send(operations["one lead"](0).bytes);
    connection.close();
  }
}

async function measure(
  targets: readonly Target[],
  names: readonly OperationName[],
  rounds: number,
  seconds: number,
): Promise<Map<OperationName, Measured[]>> {
  const connections = await Promise.all(targets.map(({ port }) => connectTo(port)));
  const loads = new Map(names.map((name) => [name, targets.map((): Load[] => [])] as const));
  for (let round = 0; round <= rounds; round += 1) {
    say(round === 0 ? "Warming up" : `Round ${round} of ${rounds}`);
    for (const [name, kept] of loads) {
      for (const [index, { operations, pid }] of targets.entries()) {
        const warmingUp = round === 0;
        const load = await runLoad(connections[index] ?? [], operations[name], {
          pid,
          seconds: warmingUp ? warmUpSeconds : seconds,
        });
        if (!warmingUp) kept[index]?.push(load);
      }
    }
  }
  for (const connection of connections.flat()) connection.close();
  return new Map([...loads].map(([name, kept]) => [name, kept.map(summarize)]));
}

function connectTo(port: number): Promise<Connection[]> {
  return Promise.all(Array.from({ length: connectionCount }, () => openConnection(port)));
}
