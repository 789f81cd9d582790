// Many listeners at once: each hears of a change soon, and however often all of them leave and come back, the
// server's memory stays where it was.
import { hashLightly } from "@studydesk/api/testing/hash-lightly";
import { buildPerson } from "@studydesk/db/testing/build-people";
import { expect } from "vitest";
import { type FaultDesk, password } from "./build-desk";
import { percentile, tell } from "./figures";
import { addLead, type Listener, listen, makeAddress, signIn } from "./people";

export interface Waves {
  clients: number;
  waves: number;
  /** In each wave. */
  changes: number;
}

/** As many as one person may have open. */
const each = 20;

export async function expectWaves(
  desk: FaultDesk,
  url: string,
  { clients, waves, changes }: Waves,
): Promise<void> {
  const cookies = await signPeopleIn(desk, url, Math.ceil(clients / each));
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
}

async function signPeopleIn(desk: FaultDesk, url: string, many: number): Promise<string[]> {
  const { db, siteId } = desk;
  const passwordHash = await hashLightly(password);
  const cookies: string[] = [];
  for (let at = 0; at < many; at += 1) {
    const email = makeAddress();
    await buildPerson(db, { role: "coordinator", siteId, email, passwordHash });
    cookies.push(await signIn(url, { email }));
  }
  return cookies;
}

/** In whole megabytes: the least of several looks, since garbage is not held. */
async function readHeap(url: string): Promise<number> {
  const seen: number[] = [];
  for (let look = 0; look < 20; look += 1) {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    const [, bytes] = /^nodejs_heap_size_used_bytes (\S+)/m.exec(metrics) ?? [];
    seen.push(Number(bytes));
  }
  return Math.round(Math.min(...seen) / 1024 ** 2);
}
