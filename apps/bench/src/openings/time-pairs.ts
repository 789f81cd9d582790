// Whether the server's time tells a share that is there from one that is not, to somebody without its link:
// both are asked for over HTTP, in turns, in pairs whose order changes.
import { join } from "node:path";
import { buildShareTest, randomText, sealedForTest } from "@studydesk/api/testing/build-share";
import { openDatabase } from "@studydesk/db/open-database";
import { type Connection, openConnection, writeRequest } from "../api/connection";

const warmUpPairs = 200;

export async function timePairs(port: number, folder: string, pairs: number): Promise<string[]> {
  const sealed = sealedForTest();
  const db = openDatabase(join(folder, "studydesk.db"));
  const { share } = await buildShareTest(db, sealed);
  await share();
  await db.destroy();
  const connection = await openConnection(port);
  const ask = (id: string) => timeOne(connection, port, id);
  const known: number[] = [];
  const unknown: number[] = [];
  for (let pair = -warmUpPairs; pair < pairs; pair += 1) {
    const knownFirst = pair % 2 === 0;
    const first = await ask(knownFirst ? sealed.id : randomText(16));
    const second = await ask(knownFirst ? randomText(16) : sealed.id);
    if (pair < 0) continue;
    known.push(knownFirst ? first : second);
    unknown.push(knownFirst ? second : first);
  }
  connection.close();
  const differences = known.map((time, index) => time - (unknown[index] ?? time));
  const mean = differences.reduce((sum, each) => sum + each, 0) / pairs;
  const spread = Math.sqrt(
    differences.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (pairs - 1),
  );
  const error = spread / Math.sqrt(pairs);
  return [
    `${pairs.toLocaleString("en")} pairs over HTTP, an id that is there and one that is not, both without the link:`,
    `  there      median ${micros(middleOf(known))}`,
    `  not there  median ${micros(middleOf(unknown))}`,
    `  difference median ${micros(middleOf(differences))}, mean ${micros(mean)} ± ${micros(1.96 * error)} (95 %)`,
  ];
}

async function timeOne(connection: Connection, port: number, id: string): Promise<number> {
  const request = writeRequest(port, {
    method: "POST",
    path: "/api/share/open",
    headers: { origin: `http://127.0.0.1:${port}` },
    body: { id, linkProof: randomText(32), authKey: randomText(32), nonce: randomText(16) },
  });
  const startedAt = performance.now();
  const { status, body } = await connection.send(request);
  const taken = performance.now() - startedAt;
  if (status !== 404 || body.toString() !== '{"reason":"no_match"}') {
    throw new Error(`Answered ${status}: ${body}`);
  }
  return taken;
}

function middleOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function micros(milliseconds: number): string {
  return `${(milliseconds * 1000).toFixed(1)} µs`;
}
