import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { ask, startTestServer } from "../testing/start-test-server";

const json = { "content-type": "application/json" };
const bytes = (length: number) => randomBytes(length).toString("base64url");

function sealed(steps = 1) {
  return {
    id: bytes(16),
    linkProof: bytes(32),
    authKey: bytes(32),
    iv: bytes(12),
    ciphertext: bytes(16 + steps * 1024),
    revokeKey: bytes(32),
    expiresInDays: 7,
    maxViews: 5,
  };
}

async function build() {
  const { url, logged } = await startTestServer();
  const post = (path: string, body: unknown, headers: Record<string, string> = json) =>
    ask(`${url}/api/visitor-shares${path}`, {
      method: "POST",
      headers,
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  return { url, logged, post };
}

it("a share is made, asked for and taken back by its device, and no cache keeps a word of it", async () => {
  const { post, logged } = await build();
  const share = sealed(32);
  const key = { id: share.id, revokeKey: share.revokeKey };
  const made = await post("", share);
  expect([made.status, made.headers["cache-control"]]).toEqual([200, "no-store"]);
  expect(JSON.parse((await post("/state", key)).body)).toMatchObject({ state: "active", views: 0 });
  expect(JSON.parse((await post("/revoke", key)).body)).toMatchObject({ state: "revoked" });
  expect((await post("/state", { ...key, revokeKey: bytes(32) })).status).toBe(404);
  for (const secret of [share.id, share.revokeKey, share.authKey, share.linkProof]) {
    expect(logged()).not.toContain(secret);
  }
});

it("only JSON of our own pages is taken, and no more than a share can be", async () => {
  const { url, post } = await build();
  for (const path of ["", "/state", "/revoke"]) {
    const form = { "content-type": "application/x-www-form-urlencoded" };
    expect((await post(path, "id=1", form)).status).toBe(415);
    const foreign = { ...json, origin: "https://elsewhere.example" };
    expect((await post(path, sealed(), foreign)).status).toBe(403);
    expect((await post(path, "x".repeat(100_000))).status).toBe(413);
    expect((await post(path, "{")).status).toBe(400);
    expect((await post(path, "[]", { ...json, origin: url })).status).toBe(400);
    expect((await ask(`${url}/api/visitor-shares${path}`)).status).toBe(404);
  }
  expect((await post("", sealed(33))).status).toBe(400);
});

it("who makes too many is told how long to wait", async () => {
  const { post } = await build();
  for (let n = 0; n < 10; n += 1) expect((await post("", sealed())).status).toBe(200);
  const refused = await post("", sealed());
  expect(refused.status).toBe(429);
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(3000);
});
