import { importStudy } from "@studydesk/api/studies/import-study";
import { buildDeps } from "@studydesk/api/testing/build-deps";
import { findRegistryCheck } from "@studydesk/db/studies/registry-check-queries";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { pino } from "pino";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { listenForTest } from "../testing/listen-for-test";
import { createRegistry } from "./create-registry";
import { startRegistrySync } from "./start-registry-sync";

const ids = ["NCT99000001", "NCT99000002", "NCT99000003"];
const recordOf = (nctId: string, briefTitle: string) =>
  JSON.stringify({
    protocolSection: {
      identificationModule: { nctId, briefTitle },
      statusModule: { overallStatus: "RECRUITING" },
    },
  });

/** Waits that last until the test ends one. */
function createWaits() {
  const waiting: { ms: number; end: () => void }[] = [];
  return {
    wait: (ms: number, signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ ms, end: resolve });
        signal.addEventListener("abort", () => reject(signal.reason));
      }),
    /** The pauses between rounds, as far as they are waited for now. */
    pending: () => waiting.map(({ ms }) => ms),
    async endNext() {
      await expect.poll(() => waiting.length).toBeGreaterThan(0);
      waiting.shift()?.end();
    },
  };
}

const isBetweenStudies = (ms: number) => ms === 1000;

async function build() {
  const { db } = await openTestSqlite();
  const told = new Map(ids.map((id) => [id, recordOf(id, `Title of ${id}`)]));
  const asked: string[] = [];
  const broken = new Set<string>();
  const url = await listenForTest((req, res) => {
    const id = req.url?.split("/").at(-1) ?? "";
    asked.push(id);
    if (broken.has(id)) req.socket.destroy();
    else res.writeHead(told.has(id) ? 200 : 404).end(told.get(id) ?? "");
  });
  const registry = createRegistry({ url, syncHours: 24, ownUrl: undefined });
  const deps = buildDeps(db, { registry });
  const studyIds = new Map<string, number>();
  for (const [id, fileText] of told) {
    const [stored] = await importStudy(deps, null, { fileText });
    studyIds.set(id, stored?.studyId ?? 0);
  }
  const lines: string[] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => void lines.push(line) });
  function start(of = deps) {
    const waits = createWaits();
    const sync = startRegistrySync({ deps: of, random: () => 0.5, log, wait: waits.wait });
    onTestFinished(() => sync?.stop());
    /** One round from the pause before it to the pause after it. */
    async function round() {
      await waits.endNext();
      for (;;) {
        await expect.poll(() => waits.pending().length).toBeGreaterThan(0);
        if (!waits.pending().every(isBetweenStudies)) return;
        await waits.endNext();
      }
    }
    return { sync, waits, round };
  }
  const titles = async () =>
    (await db.selectFrom("studies").select("title").orderBy("nctId").execute()).map(
      ({ title }) => title,
    );
  return { db, deps, told, asked, broken, studyIds, start, titles, logged: () => lines.join("") };
}

describe("the server's own looks at the registry", () => {
  it("are not taken unless hours are set", async () => {
    const { deps, start } = await build();
    const never = { ...deps, registry: { ...deps.registry, syncHours: undefined } };
    expect(start(never).sync).toBeUndefined();
  });

  it("take over what changed, and come back only when the hours are over", async () => {
    const { deps, told, asked, start, titles } = await build();
    told.set("NCT99000002", recordOf("NCT99000002", "A new title"));
    const { round } = start();
    await round();
    expect(asked).toEqual(ids);
    expect(await titles()).toEqual(["Title of NCT99000001", "A new title", "Title of NCT99000003"]);
    await round();
    expect(asked).toHaveLength(3);
    deps.clock.advance(25 * 3_600_000);
    await round();
    expect(asked).toHaveLength(6);
  });

  it("tell what was in the way, go on with the next study, and try again within the hour", async () => {
    const { db, deps, told, asked, studyIds, start } = await build();
    told.delete("NCT99000001");
    const { round } = start();
    await round();
    expect(asked).toEqual(ids);
    const check = await findRegistryCheck(db, studyIds.get("NCT99000001") ?? 0);
    expect(check?.problem).toContain("has no study NCT99000001");
    deps.clock.advance(61 * 60_000);
    await round();
    expect(asked.slice(3)).toEqual(["NCT99000001"]);
  });

  it("leave the others alone when the network is away", async () => {
    const { asked, broken, start } = await build();
    for (const id of ids) broken.add(id);
    const { round } = start();
    await round();
    expect(asked).toHaveLength(2);
  });

  it("are taken by one server at a time", async () => {
    const { asked, start } = await build();
    const [one, other] = [start(), start()];
    await one.waits.endNext();
    await expect.poll(() => asked.length).toBe(1);
    // The first one is in its pause between two studies and holds the lease.
    await expect.poll(() => one.waits.pending()).toEqual([1000]);
    await other.round();
    expect(asked).toHaveLength(1);
  });

  it("outlive a database that fails", async () => {
    const { db, start, logged } = await build();
    const { round } = start();
    await db.schema.dropTable("leases").execute();
    await round();
    expect(logged()).toContain("the look at the registry failed");
    await round();
  });

  it("end at once when the server stops, in the middle of an answer, too", async () => {
    const { deps, start } = await build();
    let isAsked = false;
    const url = await listenForTest(() => {
      isAsked = true;
    });
    const registry = createRegistry({ url, syncHours: 24, ownUrl: undefined });
    const { sync, waits } = start({ ...deps, registry });
    await waits.endNext();
    await vi.waitFor(() => expect(isAsked).toBe(true));
    await sync?.stop();
    expect(await deps.db.selectFrom("registryChecks").selectAll().execute()).toEqual([]);
    expect(await deps.db.selectFrom("leases").selectAll().execute()).toEqual([]);
  });
});
