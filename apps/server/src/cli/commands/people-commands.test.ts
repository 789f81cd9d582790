// The commands that set an installation up and open its accounts, on one of their own.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@studydesk/db/open-database";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCommand } from "../../testing/run-command";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "studydesk-cli-"));
  writeFileSync(join(folder, "password"), "velvet teapot rides north\n");
  writeFileSync(join(folder, "secret"), "a".repeat(48), { mode: 0o600 });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: string[]) =>
  runCommand(words, {
    STUDYDESK_DATA: join(folder, "data"),
    STUDYDESK_URL: "https://desk.example.org",
    STUDYDESK_SECRET_FILE: join(folder, "secret"),
  });

const owner = ["--email", "olga@example.org", "--name", "Olga Owner"];
const site = ["--name", "Springfield General", "--city", "Springfield", "--country", "us"];

describe("setting up an installation", () => {
  it("goes from nothing to an invitation's link", async () => {
    expect((await run("people")).stdout).toContain("pnpm studydesk setup");
    const passwordFile = ["--password-file", join(folder, "password")];
    const made = await run("setup", ...owner, ...passwordFile, "--json");
    expect(made).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(made.stdout)).toMatchObject({ owner: { email: "olga@example.org" } });
    expect(made.stdout).not.toContain("teapot");

    const again = await run("setup", ...owner, ...passwordFile);
    expect(again).toMatchObject({ code: 1, stdout: "" });
    expect(again.stderr).toContain("has its owner already");

    const zone = ["--time-zone", "America/Chicago"];
    const added = await run("add-site", ...site, ...zone, "--promise-hours", "48", "--json");
    expect(JSON.parse(added.stdout)).toMatchObject({
      site: { id: 1, countryCode: "US", promiseHours: 48 },
    });

    const twin = ["--name", "springfield  general", ...site.slice(2), ...zone];
    expect((await run("add-site", ...twin)).stderr).toContain("called Springfield General already");
    expect(JSON.parse((await run("sites", "--json")).stdout)).toMatchObject({
      sites: [{ id: 1, name: "Springfield General", city: "Springfield", people: 0 }],
    });

    const who = ["--email", "casey@example.org", "--role", "coordinator"];
    const invited = await run("invite", ...who, "--site", "Springfield General", "--json");
    expect(JSON.parse(invited.stdout)).toMatchObject({
      link: expect.stringMatching(/^https:\/\/desk\.example\.org\/desk\/invitation#[\w-]{43}$/),
      isMailed: false,
    });

    const people = await run("people", "--json");
    expect(JSON.parse(people.stdout)).toMatchObject({
      people: [{ email: "olga@example.org", isOwner: true, deactivatedAt: null, roles: [] }],
      invitations: [{ email: "casey@example.org", role: "coordinator", state: "open" }],
    });
    const reset = await run("reset-password", "olga@example.org", "--json");
    expect(JSON.parse(reset.stdout)).toMatchObject({
      link: expect.stringMatching(/^https:\/\/desk\.example\.org\/desk\/new-password#[\w-]{43}$/),
    });
    expect((await run("people")).stdout).toMatch(
      /^<casey@example.org>, invited as coordinator at Springfield General, open until 20/m,
    );
    expect((await run("withdraw-invitation", "Casey@example.org")).stdout).toContain(
      "Withdrawn: coordinator at Springfield General",
    );
    expect((await run("withdraw-invitation", "casey@example.org")).stderr).toContain(
      "No invitation waits for this address.",
    );
    expect((await run("deactivate", "olga@example.org")).stderr).toContain("owns the installation");

    const db = openDatabase(join(folder, "data", "studydesk.db"));
    const { id: leadId } = await buildLead(db, { siteId: 1, lastName: "Heronfield" });
    await db.destroy();
    const copy = join(folder, "copy.html");
    const astray = join(folder, "missing", "copy.html");
    expect((await run("copy", `${leadId}`, "--out", astray)).stderr).toContain("no folder");
    expect((await run("copy", `${leadId}`, "--out", copy)).stdout).toContain("read it through");
    expect(readFileSync(copy, "utf8")).toContain("Heronfield");
    const erase = ["erase", `#${leadId}`, "--reason", "asked_by_mail"];
    expect((await run(...erase)).stderr).toContain("Nothing was erased");
    const erased = await run(...erase, "--yes", "--json");
    expect(JSON.parse(erased.stdout)).toEqual({ erased: [leadId] });
    expect((await run(...erase, "--yes")).stderr).toContain("This lead was erased.");
    expect((await run("retention", "--run")).stdout).toContain("Nobody falls due");

    const bundle = join(folder, "bundle.json");
    const exported = await run("export-fhir", "--site", "1", "--out", bundle, "--json");
    expect(exported).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(exported.stdout)).toEqual({ file: bundle });
    expect(JSON.parse(readFileSync(bundle, "utf8"))).toMatchObject({
      ...{ resourceType: "Bundle", type: "collection", entry: [] },
    });
    expect(statSync(bundle).mode & 0o777).toBe(0o600);
  });

  it.each([
    [["make-coffee"], "unknown command"],
    [["setup", ...owner], "Nobody is there to ask."],
    [["setup", ...owner, "--password-file", "/nowhere"], "cannot be read"],
    [["add-site", ...site, "--time-zone", "Springfield"], "--time-zone is not right."],
    [
      ["add-site", ...site, "--time-zone", "UTC", "--promise-hours", "soon"],
      "--promise-hours is not right. Write whole hours.",
    ],
    [["export-fhir", "--study", "NCT00000000"], "There is no study NCT00000000 here."],
    [["copy", "17", "--out", "copy.txt"], "Name a file that ends in .html"],
    [["copy", "17", "--out", "missing/copy.html"], "There is no lead 17."],
    [["erase", "Ana", "--reason", "mistake"], "A lead is named by its number"],
    [["reset-two-factor", "nobody@example.org"], "Nobody signs in with this address."],
    [["invite", "--email", "casey", "--role", "admin", "--site", "1"], "--email is not right."],
    [
      ["invite", "--email", "casey@example.org", "--role", "boss", "--site", "1"],
      "Write one of coordinator, investigator, admin.",
    ],
    [
      ["invite", "--email", "casey@example.org", "--role", "admin", "--site", "77"],
      "There is no such site.",
    ],
  ])("ends %j with a sentence, not with a stack", async (args, sentence) => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});
