// Runs the command as a person would, in a process of its own, against a registry of this test's.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findPort } from "@studydesk/db/testing/find-port";
import { expect, it, onTestFinished } from "vitest";
import { bareEnv } from "../../testing/bare-env";
import { listenForTest } from "../../testing/listen-for-test";

const program = fileURLToPath(new URL("../studydesk.ts", import.meta.url));
const walks = "NCT99000001";
const naps = "NCT99000002";
const unknown = "NCT99000003";

const recordOf = (nctId: string, briefTitle: string) => ({
  protocolSection: {
    identificationModule: { nctId, briefTitle },
    statusModule: { overallStatus: "RECRUITING" },
    eligibilityModule: { eligibilityCriteria: "Inclusion Criteria:\n\n* Adult over 18" },
  },
});

async function build() {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-sync-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const told = new Map([
    [walks, recordOf(walks, "Morning walks")],
    [naps, recordOf(naps, "Noon naps")],
  ]);
  const file = join(folder, "studies.json");
  writeFileSync(file, JSON.stringify({ studies: [...told.values()] }));
  const hangs = new Set<string>();
  let hung = () => {};
  const isHung = new Promise<void>((resolve) => {
    hung = resolve;
  });
  const url = await listenForTest((req, res) => {
    const nctId = req.url?.split("/").at(-1) ?? "";
    const record = told.get(nctId);
    if (hangs.has(nctId)) hung();
    else res.writeHead(record ? 200 : 404).end(JSON.stringify(record ?? {}));
  });
  function run(words: readonly string[], settings: Record<string, string> = {}) {
    const child = spawn(process.execPath, ["--import", "tsx", program, ...words], {
      env: {
        ...bareEnv,
        STUDYDESK_DATA: join(folder, "data"),
        REGISTRY_URL: url,
        ...settings,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let out = "";
    child.stdout.on("data", (text) => {
      out += text;
    });
    const ended = new Promise<{ code: number | null; out: string }>((resolve) => {
      child.once("close", (code) => resolve({ code, out }));
    });
    return { child, ended };
  }
  await run(["import-study", file]).ended;
  return { told, hangs, isHung, run };
}

it("says of each study what changed, in a dry run without storing it", async () => {
  const { told, run } = await build();
  const changed = recordOf(walks, "Evening\u001b[J walks");
  changed.protocolSection.eligibilityModule.eligibilityCriteria =
    "Inclusion Criteria:\n\n* Adult over 21";
  told.set(walks, changed);
  const words = ["sync-studies", walks.toLowerCase(), naps, unknown];
  const dry = await run([...words, "--dry-run"]).ended;
  expect(dry.code).toBe(0);
  expect(dry.out).toContain(`${walks} 2 changes would be taken over`);
  const done = await run(words).ended;
  expect(done.code).toBe(0);
  expect(done.out.split("\n")).toEqual([
    `${walks} 2 changes, criteria version 2 as a draft`,
    "  Title changed",
    "    - Morning walks",
    // What would clear a terminal does nothing.
    "    + Evening\uFFFD[J walks",
    "  Criterion I1 reworded (numbers: 18 before, 21 after)",
    "    - Adult over 18",
    "    + Adult over 21",
    `${naps} unchanged`,
    expect.stringMatching(`^${unknown} not taken over: .+ has no study ${unknown}\\.$`),
    "",
  ]);
  expect((await run(["sync-studies", walks]).ended).out).toBe(`${walks} unchanged\n`);
});

it("fails with the way round where the network does not allow it", async () => {
  const { run } = await build();
  const REGISTRY_URL = `http://127.0.0.1:${await findPort()}`;
  const { code, out } = await run(["sync-studies"], { REGISTRY_URL }).ended;
  expect(code).toBe(1);
  expect(out).toContain("was not reached from this machine (ECONNREFUSED).");
  expect(out).toMatch(/Download the record on another machine .+ import-study FILE/);
});

it("keeps what was taken over when it is interrupted, and says what was not asked for", async () => {
  const { told, hangs, isHung, run } = await build();
  told.set(walks, recordOf(walks, "Evening walks"));
  hangs.add(naps);
  const { child, ended } = run(["sync-studies", walks, naps, "--json"]);
  await isHung;
  child.kill("SIGINT");
  const { code, out } = await ended;
  expect(code).toBe(130);
  expect(JSON.parse(out)).toMatchObject({
    studies: [{ nctId: walks, result: "changed" }],
    notAsked: [naps],
  });
  expect((await run(["sync-studies", walks]).ended).out).toBe(`${walks} unchanged\n`);
});
