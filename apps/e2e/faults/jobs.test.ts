// Long work that a kill cuts short goes on with the next server and ends as if nothing had happened: an import
// of leads, a job over many leads, and the search for leads of one person; each row and each lead once.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeImportsFolder } from "@studydesk/api/imports/import-files";
import { takeImportFile } from "@studydesk/api/imports/take-file";
import { buildCaller } from "@studydesk/api/testing/build-caller";
import { buildDeps } from "@studydesk/api/testing/build-deps";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildFaultDesk, type FaultDesk } from "./support/build-desk";
import { isFull, tell } from "./support/figures";
import { startServer } from "./support/start-server";

const rows = 20_000;
const kills = 6;
const waiting = { timeout: 1_800_000, interval: 20 };

// What a killed server held is free after five to fifteen seconds, which no short form waits for: beside the
// use cases the same is tested without processes.
it.runIf(isFull)(
  "are resumed after a kill, and each row and each lead is done once",
  {
    timeout: 7_200_000,
  },
  async () => {
    const desk = await buildFaultDesk(openTestSqlite);
    const kim = await beKim(desk);
    const importId = await beginImport(desk, kim);
    let killed = 0;
    let server = await startServer(desk);
    const restart = async () => {
      await server.kill();
      killed += 1;
      server = await startServer(desk);
    };

    const readImport = () => kim.caller.imports.get({ importId });
    await expect.poll(async () => (await readImport()).state, waiting).toBe("checked");
    await kim.caller.imports.start({ importId });
    const readRows = async () => (await readImport()).rowsRead;
    for (let at = 1; at <= kills; at += 1) {
      // Somewhere between two chunks, or within one.
      const far = (rows * at) / (kills + 2);
      await expect.poll(readRows, waiting).toBeGreaterThan(far);
      await restart();
    }
    await expect.poll(async () => (await readImport()).state, waiting).toBe("done");

    const { id: jobId } = await beginJob(kim);
    const readDone = async () => (await kim.caller.bulk.list()).find(({ id }) => id === jobId);
    for (let at = 1; at <= kills; at += 1) {
      const far = (rows * at) / (kills + 2);
      await expect.poll(async () => (await readDone())?.done, waiting).toBeGreaterThan(far);
      await restart();
    }
    await expect.poll(async () => (await readDone())?.status, waiting).toBe("done");

    const leads = await desk.db.selectFrom("leads").select(["email", "version"]).execute();
    expect(leads).toHaveLength(rows);
    expect(new Set(leads.map(({ email }) => email)).size).toBe(rows);
    // Brought as the first version, given to somebody as the second; twice would be a third.
    expect(leads.filter(({ version }) => version !== 2)).toEqual([]);
    expect(await readDone()).toMatchObject({ done: rows, refused: 0 });
    await expect.poll(() => countUnsearched(desk), waiting).toBe(0);
    tell("jobs cut short", {
      "rows imported": rows,
      "leads assigned": rows,
      kills: killed,
      "done twice": 0,
      "left out": 0,
    });
  },
);

type Kim = Awaited<ReturnType<typeof beKim>>;

/** Kim's own calls, on a clock that is the server's. */
async function beKim(desk: FaultDesk) {
  const deps = buildDeps(desk.db, {
    now: () => new Date(),
    importsFolder: join(desk.folder, "imports"),
  });
  const viewer = desk.kim;
  return { deps, viewer, caller: buildCaller(deps, viewer) };
}

async function beginImport(
  { siteId, studyId }: FaultDesk,
  { deps, viewer, caller }: Kim,
): Promise<number> {
  const lines = Array.from(
    { length: rows },
    (_, n) => `Given${n},Family${n},person${n}@example.org\n`,
  );
  const bytes = Buffer.from(`First name,Last name,E-mail\n${lines.join("")}`);
  const folder = await makeImportsFolder(deps);
  writeFileSync(join(folder, "people"), bytes);
  const file = { storedAs: "people", name: "people.csv", bytes: bytes.length };
  const { importId } = await takeImportFile(deps, viewer, file);
  const { encoding, delimiter } = await caller.imports.get({ importId });
  await caller.imports.check({
    importId,
    plan: {
      ...{ encoding, delimiter, hasHeader: true, siteId, studyId },
      ...{ dateOrder: "dmy", source: "import", statuses: {} },
      columns: ["first_name", "last_name", "email"],
      consent: { kind: "declared", where: "Paper list of the open day", on: "2026-08-15" },
    },
  });
  return importId;
}

function beginJob({ caller, viewer }: Kim) {
  return caller.bulk.start({
    task: { kind: "assign", ownerId: viewer.userId },
    selection: { kind: "matching", filters: {} },
  });
}

async function countUnsearched({ db }: FaultDesk): Promise<number> {
  return (await db.selectFrom("duplicateChecks").selectAll().execute()).length;
}
