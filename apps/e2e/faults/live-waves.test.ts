// Many listeners at once: each hears of a change soon, and however often all of them leave and come back, the
// server's memory stays where it was.
import { hashLightly } from "@studydesk/api/testing/hash-lightly";
import { buildPerson } from "@studydesk/db/testing/build-people";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildFaultDesk, type FaultDesk, password } from "./support/build-desk";
import { percentile, sized, tell } from "./support/figures";
import { addLead, type Listener, listen, makeAddress, signIn } from "./support/people";
import { startServer } from "./support/start-server";

const clients = sized(50, 1_000);
const each = 20;
const waves = sized(2, 6);
const changes = sized(3, 10);

it("hear of a change, all of them, and come back in waves to a server that stays as it was", {
  timeout: sized(240_000, 3_600_000),
}, async () => {
  const desk = await buildFaultDesk(openTestSqlite);
  const emails = await addPeople(desk, Math.ceil(clients / each));
  const { url } = await startServer(desk);
  const cookies: string[] = [];
  for (const email of emails) cookies.push(await signIn(url, { email }));
  const [writer = ""] = cookies;
  const openAll = async () => {
    const streams: Listener[] = [];
    for (let from = 0; from < clients; from += 100) {
      const some = Array.from({ length: Math.min(100, clients - from) }, (_, at) =>
        listen(url, cookies[Math.floor((from + at) / each)] ?? ""),
      );
      streams.push(...(await Promise.all(some)));
    }
    return streams;
  };

  const times: number[] = [];
  const heaps: number[] = [];
  for (let wave = 0; wave < waves; wave += 1) {
    const streams = await openAll();
    for (let change = 1; change <= changes; change += 1) {
      const startedAt = performance.now();
      const { status } = await addLead(url, writer, desk, makeAddress());
      expect(status).toBe(200);
      await expect
        .poll(() => streams.filter(({ heard }) => heard.length < change).length, {
          timeout: 60_000,
          interval: 20,
        })
        .toBe(0);
      times.push(...streams.map(({ lastAt }) => lastAt() - startedAt));
    }
    for (const { close } of streams) close();
    heaps.push(await readHeap(url));
  }
  // Of the whole: what a wave left behind would add up to as many times as there were waves.
  const [first = 0] = heaps;
  const last = heaps.at(-1) ?? 0;
  expect(last).toBeLessThan(1.5 * first + 20);
  tell("live listeners in waves", {
    clients,
    waves,
    changes: waves * changes,
    "p50 ms": percentile(times, 0.5),
    "p95 ms": percentile(times, 0.95),
    "longest ms": percentile(times, 1),
    "heap MB after the first wave": first,
    "and after the last": last,
  });
});

async function addPeople({ db, siteId }: FaultDesk, many: number): Promise<string[]> {
  const passwordHash = await hashLightly(password);
  const emails = Array.from({ length: many }, makeAddress);
  for (const email of emails) {
    await buildPerson(db, { role: "coordinator", siteId, email, passwordHash });
  }
  return emails;
}

/** In whole megabytes: the least of several looks, since garbage is not held. */
async function readHeap(url: string): Promise<number> {
  const seen: number[] = [];
  for (let look = 0; look < 40; look += 1) {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    const [, bytes] = /^nodejs_heap_size_used_bytes (\S+)/m.exec(metrics) ?? [];
    seen.push(Number(bytes));
  }
  return Math.round(Math.min(...seen) / 1024 ** 2);
}
