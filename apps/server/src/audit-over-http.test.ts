import { verifyDatabase } from "@studydesk/api/audit/verify-database";
import { verifyAuditFile } from "@studydesk/api/audit/verify-file";
import { hashLightly } from "@studydesk/api/testing/hash-lightly";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { expect, it } from "vitest";
import { ask, startTestServer, type TestServer } from "./testing/start-test-server";

const password = "correct horse battery staple 42";

async function build() {
  const server = await startTestServer();
  const { db } = server.deps;
  const { id: siteId } = await buildSite(db);
  const passwordHash = await hashLightly(password);
  await buildPerson(db, { isOwner: true, email: "ada@example.org", passwordHash });
  await buildPerson(db, { role: "admin", siteId, email: "bo@example.org", passwordHash });
  const lead = await buildLead(db, { siteId });
  return { server, db, siteId, lead, as: (email: string) => signIn(server, email) };
}

async function signIn(server: TestServer, email: string) {
  const answer = await ask(`${server.url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.url },
    body: JSON.stringify({ email, password }),
  });
  expect(answer.status).toBe(200);
  const cookie = answer.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  const headers = { cookie, origin: server.url, "content-type": "application/json" };
  return (path: string, body: unknown, more: Record<string, string> = {}) =>
    ask(`${server.url}${path}`, {
      method: "POST",
      headers: { ...headers, ...more },
      body: JSON.stringify(body),
    });
}

async function* inOne(text: string) {
  yield Buffer.from(text);
}

it("keeps from which network each row came, by the short way and by the long one, and signs all of them", async () => {
  const { db, lead, as } = await build();
  const asBo = await as("bo@example.org");
  const opened = await asBo("/api/trpc/leads.get?batch=1", { 0: { leadId: lead.id } });
  expect(opened.status).toBe(200);
  const exported = await asBo("/api/leads/export", {
    ...{ format: "csv", selection: { kind: "matching", filters: {} }, columns: ["name"] },
  });
  expect(exported.status).toBe(200);
  const rows = await db.selectFrom("audit").select(["action", "network"]).execute();
  for (const action of [
    "person.signed_in",
    "lead.opened",
    "leads.export_begun",
    "leads.exported",
  ]) {
    expect(rows).toContainEqual({ action, network: "127.0.0.0/24" });
  }
  const { sequence } = await verifyDatabase(db);
  expect(await verifyDatabase(db)).toMatchObject({ signedUpTo: sequence });
});

it("hands the whole trail to the owner, an excerpt to admins, and nothing to anybody else", async () => {
  const { server, siteId, as } = await build();
  const address = "/api/audit/export";
  const asAda = await as("ada@example.org");
  const whole = await asAda(address, {});
  expect(whole.headers["content-type"]).toBe("application/jsonl; charset=utf-8");
  expect(await verifyAuditFile(inOne(whole.body))).toMatchObject({ keys: [{ heads: 2 }] });
  const asBo = await as("bo@example.org");
  const excerpt = await asBo(address, { siteId });
  expect(JSON.parse(excerpt.body.split("\n")[0] ?? "")).toMatchObject({ excerpt: true });
  await expect(verifyAuditFile(inOne(excerpt.body))).rejects.toThrow("rows of some sites");
  const headers = { origin: server.url, "content-type": "application/json" };
  const anonymous = await ask(`${server.url}${address}`, { method: "POST", headers, body: "{}" });
  expect(anonymous.status).toBe(401);
  expect((await asBo(address, {}, { origin: "https://evil.example" })).status).toBe(403);
  expect((await asBo(address, { siteId: "1; drop" })).status).toBe(400);
});

it("works on a check that somebody asked for, with the ends that were kept", async () => {
  const { db, as } = await build();
  const asAda = await as("ada@example.org");
  expect((await asAda("/api/trpc/audit.check?batch=1", { 0: null })).status).toBe(200);
  const ended = () => db.selectFrom("auditChecks").select(["endedAt", "problem"]).execute();
  await expect
    .poll(ended, { timeout: 20_000 })
    .toEqual([{ endedAt: expect.any(String), problem: null }]);
});
