// Runs the command as a person would, against a registry of this test's.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findPort } from "@studydesk/db/testing/find-port";
import { expect, it, onTestFinished } from "vitest";
import { bareEnv } from "../../testing/bare-env";
import { listenForTest } from "../../testing/listen-for-test";
import { runCommand } from "../../testing/run-command";

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
  const settings = { STUDYDESK_DATA: join(folder, "data"), REGISTRY_URL: url };
  const run = (words: readonly string[], others: Record<string, string> = {}) =>
    runCommand(words, { ...settings, ...others });
  await run(["import-study", file]);
  return { told, hangs, isHung, settings, run };
}

/** In a process of its own, which signals reach. */
function begin(words: readonly string[], settings: Record<string, string>) {
  const child = spawn(process.execPath, ["--import", "tsx", program, ...words], {
    env: { ...bareEnv, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  child.stdout.on("data", (text) => {
    stdout += text;
  });
  const ended = new Promise<{ code: number | null; stdout: string }>((resolve) => {
    child.once("close", (code) => resolve({ code, stdout }));
  });
  return { child, ended };
}

it("says of each study what changed, in a dry run without storing it", async () => {
  const { told, run } = await build();
  const changed = recordOf(walks, "Evening\u001b[J walks");
  changed.protocolSection.eligibilityModule.eligibilityCriteria =
    "Inclusion Criteria:\n\n* Adult over 21";
  told.set(walks, changed);
  const words = ["sync-studies", walks.toLowerCase(), naps, unknown];
  const dry = await run([...words, "--dry-run"]);
  expect(dry.code).toBe(0);
  expect(dry.stdout).toContain(`${walks} 2 changes would be taken over`);
  const done = await run(words);
  expect(done.code).toBe(0);
  expect(done.stdout.split("\n")).toEqual([
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
  expect((await run(["sync-studies", walks])).stdout).toBe(`${walks} unchanged\n`);
});

it("fails with the way round where the network does not allow it", async () => {
  const { run } = await build();
  const REGISTRY_URL = `http://127.0.0.1:${await findPort()}`;
  const { code, stdout } = await run(["sync-studies"], { REGISTRY_URL });
  expect(code).toBe(1);
  expect(stdout).toContain("was not reached from this machine (ECONNREFUSED).");
  expect(stdout).toMatch(/Download the record on another machine .+ import-study FILE/);
});

it("keeps what was taken over when it is interrupted, and says what was not asked for", async () => {
  const { told, hangs, isHung, settings, run } = await build();
  told.set(walks, recordOf(walks, "Evening walks"));
  hangs.add(naps);
  const { child, ended } = begin(["sync-studies", walks, naps, "--json"], settings);
  await isHung;
  child.kill("SIGINT");
  const { code, stdout } = await ended;
  expect(code).toBe(130);
  expect(JSON.parse(stdout)).toMatchObject({
    studies: [{ nctId: walks, result: "changed" }],
    notAsked: [naps],
  });
  expect((await run(["sync-studies", walks])).stdout).toBe(`${walks} unchanged\n`);
});
