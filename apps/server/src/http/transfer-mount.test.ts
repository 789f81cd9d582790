import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deactivatePerson } from "@studydesk/api/people/deactivate-person";
import { hashLightly } from "@studydesk/api/testing/hash-lightly";
import { saveStudySite } from "@studydesk/db/studies/study-site-queries";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { mostImportBytes } from "@studydesk/domain/imports/import-state";
import { expect, it, onTestFinished } from "vitest";
import { ask, startTestServer, type TestServer } from "../testing/start-test-server";

const password = "correct horse battery staple 42";
const email = "kim@example.org";

/** A server with a coordinator who is signed in. */
async function startDesk(role: "coordinator" | "investigator" = "coordinator") {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-transfer-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const server = await startTestServer({ STUDYDESK_DATA: folder });
  const { db } = server.deps;
  const { id: siteId } = await buildSite(db);
  await buildPerson(db, { role, siteId, email, passwordHash: await hashLightly(password) });
  const cookie = await signIn(server);
  const imports = join(folder, "imports");
  return { server, db, siteId, imports, own: { cookie, origin: server.url } };
}

async function signIn(server: TestServer): Promise<string> {
  const answer = await ask(`${server.url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.url },
    body: JSON.stringify({ email, password }),
  });
  expect(answer.status).toBe(200);
  return answer.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
}

const bytes = { "content-type": "application/octet-stream", "x-file-name": "open%20day.csv" };
const table = "Name,E-mail\nAmara Voss,amara@example.org\n";

it("takes a file in for whoever works on leads, and lets nobody else read it", async () => {
  const { server, db, imports, own } = await startDesk();
  const answer = await ask(`${server.url}/api/imports`, {
    method: "POST",
    headers: { ...own, ...bytes },
    body: table,
  });
  expect(answer.status).toBe(201);
  expect(await db.selectFrom("leadImports").selectAll().executeTakeFirstOrThrow()).toMatchObject({
    ...{ id: JSON.parse(answer.body).importId, fileName: "open day.csv", state: "uploaded" },
    ...{ encoding: "utf-8", delimiter: ",", fileBytes: table.length },
  });
  const [file = ""] = readdirSync(imports);
  expect(statSync(join(imports, file)).mode & 0o777).toBe(0o600);
  expect(statSync(imports).mode & 0o777).toBe(0o700);
  expect(server.logged()).not.toMatch(/open.day|Amara/);
});

it("takes nothing from strangers, foreign pages, forms, or whoever only looks, and keeps nothing of it", async () => {
  const { server, imports, own } = await startDesk();
  const post = (headers: Record<string, string>, body: string | Buffer = table) =>
    ask(`${server.url}/api/imports`, { method: "POST", headers, body });
  expect((await post({ origin: server.url, ...bytes })).status).toBe(401);
  expect((await post({ ...own, ...bytes, origin: "https://evil.example" })).status).toBe(403);
  expect((await post({ cookie: own.cookie, ...bytes })).status).toBe(403);
  expect((await post({ ...own, "content-type": "text/csv" })).status).toBe(400);
  expect((await post({ ...own, ...bytes }, "")).status).toBe(400);
  const huge = { ...own, ...bytes, "content-length": String(mostImportBytes + 1) };
  expect((await post(huge, Buffer.alloc(0)).catch(() => ({ status: 400 }))).status).toBe(400);
  expect(readdirSync(imports)).toEqual([]);
  const looker = await startDesk("investigator");
  const refused = await ask(`${looker.server.url}/api/imports`, {
    method: "POST",
    headers: { ...looker.own, ...bytes },
    body: table,
  });
  expect(refused.status).toBe(403);
});

it("takes nothing in from whoever was signed out while it came, and keeps nothing of it", async () => {
  const { server, db, imports, own } = await startDesk();
  const sent = httpRequest(`${server.url}/api/imports`, {
    method: "POST",
    headers: { ...own, ...bytes },
    agent: false,
  });
  const answered = new Promise<number | undefined>((resolve, reject) => {
    sent.on("error", reject).on("response", (answer) => resolve(answer.resume().statusCode));
  });
  sent.write(table);
  await expect.poll(() => existsSync(imports) && readdirSync(imports).length).toBe(1);
  const { id: leaving } = await db
    .selectFrom("user")
    .select("id")
    .where("email", "=", email)
    .executeTakeFirstOrThrow();
  await deactivatePerson(server.deps, "command", { userId: leaving });
  sent.end("Bo Quill,bo@example.org\n");
  expect(await answered).toBe(401);
  expect(await db.selectFrom("leadImports").select("id").execute()).toEqual([]);
  expect(readdirSync(imports)).toEqual([]);
});

it("hands an export out as a file, with nothing about anybody in its address", async () => {
  const { server, db, siteId, own } = await startDesk();
  await buildLead(db, { siteId });
  const address = `${server.url}/api/leads/export`;
  const json = { "content-type": "application/json" };
  const body = JSON.stringify({
    format: "csv",
    selection: { kind: "matching", filters: { search: "Amara" } },
    columns: ["name", "email"],
  });
  const answer = await ask(address, { method: "POST", headers: { ...own, ...json }, body });
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({
    "cache-control": "no-store",
    "content-disposition": expect.stringMatching(/^attachment; filename="leads-[\d-]+\.csv"$/),
  });
  expect(answer.body).toContain("Amara,Voss,amara.voss@example.org");
  for (const [headers, sent, status] of [
    [{ origin: server.url, ...json }, body, 401],
    [{ ...own, ...json, origin: "https://evil.example" }, body, 403],
    [own, body, 415],
    [{ ...own, ...json }, '{"format":"pdf"}', 400],
  ] as const) {
    expect((await ask(address, { method: "POST", headers, body: sent })).status).toBe(status);
  }
  expect(server.logged()).not.toContain("Amara");
});

it("hands FHIR out as a bundle to whoever works at the site, and people to its admins alone", async () => {
  const { server, db, siteId, own } = await startDesk("investigator");
  const { studyId } = await buildLead(db, { siteId });
  await saveStudySite(db, { studyId, siteId, locationId: null, at: "2026-01-01T00:00:00.000Z" });
  const address = `${server.url}/api/fhir/export`;
  const json = { "content-type": "application/json" };
  const post = (headers: Record<string, string>, body: string) =>
    ask(address, { method: "POST", headers, body });
  const answer = await post({ ...own, ...json }, JSON.stringify({ studyIds: [studyId] }));
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({
    "cache-control": "no-store",
    "content-type": "application/fhir+json; charset=utf-8",
    "content-disposition": expect.stringMatching(/filename="studydesk-fhir-[\d-]+\.json"$/),
  });
  expect(JSON.parse(answer.body)).toMatchObject({
    resourceType: "Bundle",
    entry: [{ resource: { resourceType: "ResearchStudy" } }, { resource: { status: "active" } }],
  });
  expect(answer.body).not.toContain("Amara");
  for (const [headers, sent, status] of [
    [{ origin: server.url, ...json }, "{}", 401],
    [{ ...own, ...json, origin: "https://evil.example" }, "{}", 403],
    [{ cookie: own.cookie, ...json }, "{}", 403],
    [own, "{}", 415],
    [{ ...own, ...json }, '{"form":"everything"}', 400],
    [{ ...own, ...json }, '{"form":"identified"}', 403],
    [{ ...own, ...json }, '{"siteIds":[999]}', 404],
    [{ ...own, ...json }, '{"studyIds":[999]}', 404],
  ] as const) {
    const refused = await post(headers, sent);
    expect({ sent, status: refused.status }).toEqual({ sent, status });
    expect(refused.body).not.toContain("Amara");
  }
});

it("hands the screening log out to whoever reads reports, and to no foreign page", async () => {
  const { server, db, siteId, own } = await startDesk("investigator");
  await buildLead(db, { siteId, screenedAt: "2026-08-30T12:00:00.000Z" });
  const address = `${server.url}/api/reports/screening-log`;
  const json = { "content-type": "application/json" };
  const answer = await ask(address, { method: "POST", headers: { ...own, ...json }, body: "{}" });
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({
    "cache-control": "no-store",
    "content-disposition": expect.stringMatching(/^attachment; filename="screening-log-.*\.csv"$/),
  });
  expect(answer.body.trimEnd().split("\r\n")).toHaveLength(2);
  expect(answer.body).not.toMatch(/Amara|Voss/);
  for (const [headers, body, status] of [
    [{ origin: server.url, ...json }, "{}", 401],
    [{ ...own, ...json, origin: "https://evil.example" }, "{}", 403],
    [{ cookie: own.cookie, ...json }, "{}", 403],
    [own, "{}", 415],
    [{ ...own, ...json }, '{"scope":"everybody"}', 400],
    [{ ...own, ...json }, '{"siteIds":[999]}', 404],
  ] as const) {
    expect((await ask(address, { method: "POST", headers, body })).status).toBe(status);
  }
});

it("says plainly that there are no rejected rows, or that the import is not theirs to see", async () => {
  const { server, own } = await startDesk();
  const read = (id: string) => ask(`${server.url}/api/imports/${id}/rejected`, { headers: own });
  expect((await read("999")).status).toBe(404);
  expect((await read("..%2f1")).status).toBe(404);
  const answer = await ask(`${server.url}/api/imports`, {
    method: "POST",
    headers: { ...own, ...bytes },
    body: table,
  });
  expect((await read(String(JSON.parse(answer.body).importId))).status).toBe(422);
});
