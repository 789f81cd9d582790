import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { hashLightly } from "@studydesk/api/testing/hash-lightly";
import { addPerson } from "@studydesk/db/people/person-queries";
import { unattendedHeader } from "@studydesk/domain/people/session-life";
import { describe, expect, it } from "vitest";
import { type Answer, ask, startTestServer, type TestServer } from "../testing/start-test-server";

const password = "correct horse battery staple 42";

async function signIn(server: TestServer): Promise<string> {
  await addPerson(server.deps.db, {
    userId: "u1",
    name: "Canary Whitlock",
    email: "canary@example.org",
    passwordHash: await hashLightly(password),
    at: new Date().toISOString(),
  });
  const answer = await ask(`${server.url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.url },
    body: JSON.stringify({ email: "canary@example.org", password }),
  });
  return answer.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
}

/** Asked as the dashboard asks, and in a way that only tRPC's own adapter takes. */
async function askBothWays(
  server: TestServer,
  paths: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<{ short: Answer; adapter: Answer }> {
  const asked = {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(body)),
      origin: server.url,
      ...headers,
    },
    body,
  };
  const address = `${server.url}/api/trpc/${paths}?batch=1`;
  return { short: await ask(address, asked), adapter: await ask(`${address}&way=long`, asked) };
}

/** Without what every answer has of its own, and how its length is told. */
function comparable({ status, headers, body }: Answer) {
  const own = ["x-request-id", "date", "content-length", "transfer-encoding"];
  const kept = Object.entries(headers).filter(([name]) => !own.includes(name));
  return { status, headers: Object.fromEntries(kept), body };
}

const cases: readonly [title: string, paths: string, body: string, status: number][] = [
  ["an answer", "people.me", "{}", 200],
  ["several answers", "people.me,leads.counts,sites.list", '{"1":{"a":1}}', 200],
  ["an input", "leads.list", '{"0":{"limit":2}}', 200],
  ["a refusal of ours", "leads.get", '{"0":{"leadId":4711}}', 404],
  ["a change that is refused", "leads.changeStatus", '{"0":{"leadId":1}}', 400],
  ["an input of the wrong kind", "leads.get", '{"0":{"leadId":"x"}}', 400],
  ["an input that is missing", "leads.get", "{}", 400],
  ["a text that cannot be kept", "leads.list", '{"0":{"filters":{"search":"a\\u0000b"}}}', 400],
  ["an answer beside a refusal", "people.me,leads.get", '{"1":{"leadId":4711}}', 207],
  ["an unknown procedure", "leads.nothing", "{}", 404],
  ["a property that is no procedure", "constructor", "{}", 404],
  ["a whole router", "leads", "{}", 404],
  ["a reading beside a change", "people.me,leads.assign", "{}", 400],
  ["too many at once", Array(21).fill("people.me").join(), "{}", 400],
  ["half a body", "leads.list", '{"0":', 400],
  ["a list for a body", "leads.list", "[1]", 400],
  ["no object for a body", "leads.list", '"text"', 400],
];

describe("what the dashboard asks", () => {
  it("is answered as tRPC's own adapter answers it, to the byte", async () => {
    const server = await startTestServer();
    const cookie = await signIn(server);
    for (const [title, paths, body, status] of cases) {
      const { short, adapter } = await askBothWays(server, paths, body, { cookie });
      expect(comparable(short), title).toEqual(comparable(adapter));
      expect(short.status, title).toBe(status);
      expect(short.headers, title).toMatchObject({ "cache-control": "no-store" });
    }
    const { short, adapter } = await askBothWays(server, "leads.list", "{}");
    expect(comparable(short)).toEqual(comparable(adapter));
    expect(short.status).toBe(401);
  });

  it("comes whole where it is long and compressed where the browser takes that", async () => {
    const server = await startTestServer();
    const cookie = await signIn(server);
    const asked = { cookie, "accept-encoding": "gzip" };
    const many = Array(20).fill("people.me").join();
    const { short, adapter } = await askBothWays(server, many, "{}", asked);
    expect(comparable(short)).toEqual(comparable(adapter));
    expect(short.headers["content-encoding"]).toBe("gzip");
    expect(short.headers.vary).toMatch(/accept-encoding/i);
  });

  it("uses a session only where somebody is at the screen", async () => {
    const server = await startTestServer();
    const { db, viewers } = server.deps;
    const cookie = await signIn(server);
    const anHourAgo = new Date(Date.now() - 3_600_000).toISOString();
    const isUsedBy = async (way: string, headers: Record<string, string>) => {
      await db.updateTable("session").set({ updatedAt: anHourAgo }).execute();
      viewers.forgetAll();
      const asked = { "content-type": "application/json", "content-length": "2" };
      const { status } = await ask(`${server.url}/api/trpc/people.me?batch=1${way}`, {
        method: "POST",
        headers: { ...asked, origin: server.url, cookie, ...headers },
        body: "{}",
      });
      expect(status).toBe(200);
      const { updatedAt } = await db
        .selectFrom("session")
        .select("updatedAt")
        .executeTakeFirstOrThrow();
      return new Date(updatedAt).toISOString() !== anHourAgo;
    };
    for (const way of ["", "&way=long"]) {
      expect(await isUsedBy(way, { [unattendedHeader]: "1" })).toBe(false);
      expect(await isUsedBy(way, {})).toBe(true);
    }
  });

  it("is logged by its procedures alone", async () => {
    const server = await startTestServer();
    await askBothWays(server, "people.me,leads.nothing", "{}");
    const lines = server
      .logged()
      .split("\n")
      .filter((line) => line.includes("/api/trpc"));
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      expect(JSON.parse(line)).toMatchObject({
        route: "/api/trpc/people.me",
        procedures: ["people.me"],
      });
    }
  });

  it("is asked by who they are once all of it is there, however slowly it comes", async () => {
    const server = await startTestServer();
    const cookie = await signIn(server);
    const asked = { "content-type": "application/json", origin: server.url, cookie };
    const begun = ["", "&way=long"].map((way) => {
      const url = `${server.url}/api/trpc/leads.list?batch=1${way}`;
      const req = httpRequest(url, { method: "POST", headers: asked, agent: false });
      req.write('{"0":');
      return { req, status: once(req, "response").then(([res]) => res.resume().statusCode) };
    });
    // What was sent before it has come in by then.
    const { short, adapter } = await askBothWays(server, "leads.list", '{"0":{}}', { cookie });
    expect([short.status, adapter.status]).toEqual([200, 200]);
    await server.deps.db.deleteFrom("session").execute();
    server.deps.viewers.forgetAll();
    for (const { req, status } of begun) {
      req.end("{}}");
      expect(await status).toBe(401);
    }
  });
});
