// Commands that a kill cuts short: taking studies over from the registry, each whole or not at all, and sealing
// all notes anew under a fresh key while a server goes on. The next run ends what the killed one began.
import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { keyringOf } from "@studydesk/api/notes/note-keyring";
import { deriveSecretKeys } from "@studydesk/api/secret-keys";
import { buildCaller } from "@studydesk/api/testing/build-caller";
import { buildDeps } from "@studydesk/api/testing/build-deps";
import { countSealedByKey } from "@studydesk/db/notes/sealed-column-queries";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { sql } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { startProgram } from "../src/desk/start-program";
import { runCommand } from "../src/desk/start-serving";
import { buildFaultDesk, secret, settingsOf } from "./support/build-desk";
import { isFull, tell } from "./support/figures";
import { call, signIn } from "./support/people";
import { startServer } from "./support/start-server";

const kills = 12;
const studies = 30;
const leads = 6;
// One lead has room for a few more.
const notesEach = 480;

// Beside the command the same is tested by a signal that it hears.
it.runIf(isFull)(
  "amid a look at the registry, leaves each study whole, as it was or as it is told",
  { timeout: 3_600_000 },
  async () => {
    const desk = await buildFaultDesk(openTestSqlite);
    const nctIds = Array.from({ length: studies }, (_, at) => `NCT9900${1000 + at}`);
    const registry = await startRegistry();
    const settings = { ...settingsOf(desk), REGISTRY_URL: registry.url };
    await runCommand(["sync-studies", desk.nctId], settings);
    const wholes = async () => {
      const { rows } = await sql<{ nctId: string; parts: string }>`
        select "nctId", (select count(*) from "criteriaVersions" where "studyId" = studies.id)
          || ' ' || (select count(*) from "studyLocations" where "studyId" = studies.id)
          || ' ' || (select count(*) from audit where action = 'study.imported'
            and "subjectId" = cast(studies.id as text))
          || ' ' || (select count(*) from "registryChecks" where "studyId" = studies.id) as parts
        from studies where "nctId" <> ${desk.nctId}`.execute(desk.db);
      return rows;
    };
    for (let killed = 0; killed < kills; killed += 1) {
      const there = new Set((await wholes()).map(({ nctId }) => nctId));
      const left = nctIds.filter((nctId) => !there.has(nctId));
      const asked = registry.asked() + 2;
      const child = startProgram("studydesk", ["sync-studies", ...left], settings);
      const ended = new Promise((resolve) => child.once("close", resolve));
      await expect
        .poll(() => registry.asked(), { timeout: 60_000, interval: 2 })
        .toBeGreaterThanOrEqual(asked);
      await wait(25 * Math.random());
      child.kill("SIGKILL");
      await ended;
    }
    const amid = await wholes();
    await runCommand(["sync-studies", ...nctIds], settings);
    const after = await wholes();
    expect(after.map(({ nctId }) => nctId).sort()).toEqual(nctIds);
    expect([...amid, ...after].filter(({ parts }) => parts !== "1 1 1 1")).toEqual([]);
    tell("a look at the registry killed", {
      kills,
      "studies taken over by then": amid.length,
      "in all": after.length,
      "by half": 0,
      twice: 0,
    });
  },
);

it.runIf(isFull)(
  "amid a rotation of the keys, loses no note, and each opens at the server all along",
  { timeout: 3_600_000 },
  async () => {
    const desk = await buildFaultDesk(openTestSqlite);
    const leadIds: number[] = [];
    for (let made = 0; made < leads; made += 1) {
      const { id } = await buildLead(desk.db, { siteId: desk.siteId, studyId: desk.studyId });
      leadIds.push(id);
    }
    const { notes: noteKey } = deriveSecretKeys(Buffer.from(secret));
    const deps = buildDeps(desk.db, { noteKeys: keyringOf({ id: "1", key: noteKey }) });
    const written = new Set<string>();
    for (const leadId of leadIds) {
      for (let at = 0; at < notesEach; at += 1) {
        const body = `Note ${at} on ${leadId}, for nobody else.`;
        await buildCaller(deps, desk.kim).notes.write({ home: { leadId }, body });
        written.add(body);
      }
    }
    const { url } = await startServer(desk);
    const cookie = await signIn(url, desk);
    const expectAllOpen = async () => {
      const bodies: string[] = [];
      for (const leadId of leadIds) {
        const input = encodeURIComponent(JSON.stringify({ leadId }));
        const listed = await fetch(`${url}/api/trpc/notes.list?input=${input}`, {
          headers: { cookie },
        });
        const { result } = noteList.parse(await listed.json());
        bodies.push(...result.data.map(({ body }) => body));
      }
      expect(bodies).toHaveLength(written.size);
      expect(bodies.filter((body) => !written.has(body))).toEqual([]);
    };
    let amid = 0;
    for (let killed = 0; killed < kills; killed += 1) {
      const child = startProgram("studydesk", ["keys", "rotate"], settingsOf(desk));
      const ended = new Promise((resolve) => child.once("close", resolve));
      await new Promise((resolve) => child.stderr.once("data", resolve));
      await wait(100 * Math.random());
      child.kill("SIGKILL");
      await ended;
      if ((await countSealedByKey(desk.db)).size > 1) amid += 1;
      const body = `Note after kill ${killed}, for nobody else.`;
      const leadId = leadIds[killed % leads];
      const { status } = await call(url, cookie, "notes.write", { home: { leadId }, body });
      expect(status).toBe(200);
      written.add(body);
      await expectAllOpen();
    }
    await runCommand(["keys", "rotate"], settingsOf(desk));
    expect((await countSealedByKey(desk.db)).size).toBe(1);
    await expectAllOpen();
    tell("a rotation of keys killed", {
      kills,
      "with notes under two keys": amid,
      "notes written": written.size,
      lost: 0,
      "not opened": 0,
    });
  },
);

const noteList = z.object({
  result: z.object({ data: z.array(z.object({ body: z.string() })) }),
});

/** Knows every study. */
async function startRegistry() {
  let asked = 0;
  const server = createServer((req, res) => {
    asked += 1;
    const nctId = req.url?.split("/").at(-1) ?? "";
    const record = {
      protocolSection: {
        identificationModule: { nctId, briefTitle: `Walks of ${nctId}` },
        statusModule: { overallStatus: "RECRUITING" },
        eligibilityModule: { eligibilityCriteria: "Inclusion Criteria:\n\n* Adult over 18" },
        contactsLocationsModule: {
          locations: [{ facility: "Springfield General", city: "Springfield", country: "USA" }],
        },
      },
    };
    res.end(JSON.stringify(record));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("The registry has no port.");
  return { url: `http://127.0.0.1:${address.port}`, asked: () => asked };
}
