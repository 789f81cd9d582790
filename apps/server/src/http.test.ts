import { createServer, type IncomingMessage, request } from "node:http";
import { hashLightly } from "@studydesk/api/testing/hash-lightly";
import { addPerson } from "@studydesk/db/people/person-queries";
import { sql } from "kysely";
import { expect, it, vi } from "vitest";
import { ask, startTestServer, type TestServer } from "./testing/start-test-server";

const json = { "content-type": "application/json" };
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
    headers: { ...json, origin: server.url },
    body: JSON.stringify({ email: "canary@example.org", password }),
  });
  expect(answer.status).toBe(200);
  const [cookie = ""] = answer.headers["set-cookie"]?.[0]?.split(";") ?? [];
  return cookie;
}

it("sends strict headers with every answer, whatever it is", async () => {
  const { url } = await startTestServer();
  for (const path of [
    "/",
    "/studies",
    "/studies/NCT00000000",
    "/n/anything",
    "/r/anything",
    "/desk",
    "/desk/leads/1",
    "/healthz",
    "/readyz",
    "/nowhere",
    "/api/nowhere",
    "/api/auth/nowhere",
    "/api/trpc/leads.list",
    "/%E0%A4%A",
  ]) {
    const { headers } = await ask(url + path);
    const policy = String(headers["content-security-policy"]);
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).toContain("base-uri 'none'");
    expect(policy, path).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    expect(headers, path).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
      "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(headers["x-powered-by"], path).toBeUndefined();
    // On a plain http address the browser would never come back.
    expect(headers["strict-transport-security"], path).toBeUndefined();
  }
});

it("shows one and the same page for every share link and every request link, with a policy of its own", async () => {
  const { url } = await startTestServer();
  for (const kind of ["n", "r"]) {
    const [one, other] = await Promise.all(
      ["AAAAAAAAAAAAAAAAAAAAAA", "x"].map((id) => ask(`${url}/${kind}/${id}`)),
    );
    if (!one || !other) throw new Error("No answer");
    expect(one.body).toContain('<main class="reader">');
    expect(one.body).toBe(other.body);
    expect(one.headers).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex, nofollow",
      "content-security-policy":
        "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'; img-src 'self'; form-action 'none'",
    });
  }
});

it("answers below /api in JSON and elsewhere with a page, and tells the request's number", async () => {
  const { url } = await startTestServer();
  const api = await ask(`${url}/api/nowhere?name=x`);
  expect(api.status).toBe(404);
  expect(JSON.parse(api.body)).toMatchObject({
    code: "not_found",
    requestId: api.headers["x-request-id"],
  });
  const page = await ask(`${url}/nowhere`);
  expect(page.status).toBe(404);
  expect(page.headers["content-type"]).toContain("text/html");
  expect(page.body).not.toContain("<script");
  expect((await ask(`${url}/n/%E0%A4%A`)).status).toBe(400);
});

it("takes nothing but JSON from our own pages on tRPC", async () => {
  const server = await startTestServer();
  const cookie = await signIn(server);
  const me = `${server.url}/api/trpc/people.me`;
  const own = { cookie, origin: server.url };
  const post = (headers: Record<string, string>, body = "{}") =>
    ask(me, { method: "POST", headers, body });

  for (const type of [
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonp",
    "text/plain; application/json",
    "",
  ]) {
    const answer = await post({ ...own, "content-type": type });
    expect(answer.status, type).toBe(415);
    expect(JSON.parse(answer.body)).toMatchObject({ reason: "not_json" });
  }
  for (const from of [
    {},
    { origin: "https://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site", origin: server.url },
    { "sec-fetch-site": "same-site" },
  ]) {
    const answer = await post({ ...json, cookie, ...from });
    expect(answer.status, JSON.stringify(from)).toBe(403);
    expect(answer.body).not.toContain("Canary");
  }
  for (const from of [{ origin: server.url }, { "sec-fetch-site": "same-origin" }]) {
    const answer = await post({ ...json, cookie, ...from });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain("Canary Whitlock");
    expect(answer.headers["cache-control"]).toBe("no-store");
  }
});

it("takes no body at all where nothing is asked for, and no half one where something is", async () => {
  const { url } = await startTestServer();
  const headers = { "content-type": "application/json", "sec-fetch-site": "same-origin" };
  const post = { method: "POST", headers };
  expect((await ask(`${url}/api/trpc/people.me`, post)).status).toBe(200);
  const half = await ask(`${url}/api/trpc/people.readInvitation`, { ...post, body: '{"token":' });
  expect(half.status).toBe(400);
});

it("refuses a form that another site sends, and takes one that says nothing (curl)", async () => {
  const { url } = await startTestServer();
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const send = (headers: Record<string, string>) =>
    ask(`${url}/studies/NCT00000000`, { method: "POST", headers, body: "a=b" });
  expect((await send({ ...form, origin: "https://evil.example" })).status).toBe(403);
  expect((await send({ ...form, "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await send(form)).status).toBe(404);
});

it("refuses what is too large with a sentence, whether or not it says how large it is", async () => {
  const server = await startTestServer();
  const { url } = server;
  const cookie = await signIn(server);
  const large = Buffer.alloc(11 * 1024 * 1024, 97);
  const chunked = { "transfer-encoding": "chunked" };
  for (const [path, type] of [
    ["/studies/NCT00000000", "application/x-www-form-urlencoded"],
    ["/api/share/open", "application/json"],
    ["/api/auth/sign-in/email", "application/json"],
    ["/api/trpc/leads.list", "application/json"],
  ] as const) {
    for (const how of [{}, chunked]) {
      const headers = { "content-type": type, origin: url, cookie, ...how };
      const answer = await ask(url + path, { method: "POST", headers, body: large });
      expect(answer.status, `${path} ${JSON.stringify(how)}`).toBe(413);
      expect(answer.body).not.toContain("    at ");
    }
  }
});

it("gives a study's record more room than other input", async () => {
  const { url } = await startTestServer();
  const send = (path: string) =>
    ask(url + path, {
      method: "POST",
      headers: { ...json, origin: url },
      body: JSON.stringify({ fileText: "x".repeat(1024 * 1024) }),
    });
  expect((await send("/api/trpc/studies.import")).status).toBe(401);
  expect((await send("/api/trpc/leads.list")).status).toBe(413);
});

it("answers odd methods on the address for signing in as an address that is not there", async () => {
  const { url } = await startTestServer();
  const headers = { "content-type": "application/json", "sec-fetch-site": "same-origin" };
  for (const method of ["GET", "TRACE", "PUT"]) {
    const answer = await ask(`${url}/api/auth/sign-in/email`, { method, headers, body: "{}" });
    expect([method, answer.status]).toEqual([method, 404]);
  }
});

it("leads from localhost to the address that was printed, and to no other host", async () => {
  const { url } = await startTestServer();
  const host = `localhost:${new URL(url).port}`;
  const led = await ask(`${url}/desk/leads/1?a=b`, { headers: { host } });
  expect(led.status).toBe(307);
  expect(led.headers.location).toBe(`${url}/desk/leads/1?a=b`);
  const tricked = await ask(`${url}//evil.example/x`, { headers: { host } });
  expect(tricked.headers.location).toBe(`${url}/evil.example/x`);
});

it("writes no address, number, name or cookie into its log, not even when it breaks", async () => {
  const server = await startTestServer();
  const { url, deps } = server;
  const cookie = await signIn(server);
  const canaries = "name=Canary&email=canary%40example.org&phone=%2B12025550143";
  await ask(`${url}/studies/canary@example.org?${canaries}`);
  await ask(`${url}/Canary/+12025550143?${canaries}`, { headers: { "user-agent": "Canary/1.0" } });
  await ask(`${url}/api/trpc/canary@example.org`, { headers: { cookie } });
  await ask(`${url}/studies/NCT00000000`, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      referer: `${url}/?${canaries}`,
      "x-forwarded-for": "203.0.113.143",
      "x-request-id": "Canary",
    },
    body: canaries,
  });
  await ask(`${url}/api/trpc/people.me`, {
    method: "POST",
    headers: { ...json, origin: url, cookie },
    body: '{"json": canary@example.org',
  });
  await sql`alter table studies rename to away`.execute(deps.db);
  const broken = await ask(`${url}/studies/NCT00000000?${canaries}`);
  expect(broken.status).toBe(500);
  expect(broken.body).toContain(String(broken.headers["x-request-id"]));
  expect(broken.body).not.toMatch(/SQL|no such table|at \//);

  expect(server.logged()).toContain("no such table");
  expect(server.logged()).toContain(String(broken.headers["x-request-id"]));
  expect(server.logged()).not.toMatch(/canary|5550143|203\.0\.113\.143|127\.0\.0\.1/i);
  expect(server.logged()).not.toContain(cookie.split("=")[1]?.slice(0, 10));
});

it("lets a request under way finish when it stops, takes no new one, and ends live streams", async () => {
  const server = await startTestServer();
  const { url } = server;
  const cookie = await signIn(server);
  const stream = await new Promise<IncomingMessage>((resolve, reject) => {
    const input = encodeURIComponent("{}");
    request(`${url}/api/trpc/live.events?input=${input}`, { headers: { cookie }, agent: false })
      .once("response", resolve)
      .once("error", reject)
      .end();
  });
  expect(stream.headers["content-type"]).toBe("text/event-stream");
  const streamEnded = new Promise((resolve) => stream.once("end", resolve));
  stream.resume();

  const body = "first_name=Ada&last_name=Lovelace";
  const slow = request(`${url}/studies/NCT00000000`, {
    method: "POST",
    agent: false,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "content-length": String(body.length),
      // The server says that it has the request before the body is sent.
      expect: "100-continue",
    },
  });
  const arrived = new Promise((resolve) => slow.once("continue", resolve));
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    slow.once("response", resolve).once("error", reject);
  });
  slow.flushHeaders();
  await arrived;
  slow.write(body.slice(0, 10));

  const stopped = server.stop();
  await streamEnded;
  await vi.waitFor(() => expect(ask(`${url}/healthz`)).rejects.toThrow(/ECONNREFUSED/));
  slow.end(body.slice(10));
  expect((await answered).statusCode).toBe(404);
  await stopped;
  expect(server.logged()).toContain('"stopped"');
});

it("says which port is taken", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const port = address && typeof address === "object" ? String(address.port) : "";
  await expect(startTestServer({ PORT: port })).rejects.toThrow(`PORT ${port} is taken`);
  await new Promise((resolve) => other.close(resolve));
});
