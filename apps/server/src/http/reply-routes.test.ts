import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { startTestServer } from "../testing/start-test-server";

const random = (bytes: number) => randomBytes(bytes).toString("base64url");
const sealed = () => random(1 + 65 + 1 + 56 + 12 + 16 + 1024);

it("answers unknown ids alike, keeps no answer, and takes JSON alone", async () => {
  const { url } = await startTestServer();
  const link = { linkProof: random(32) };
  const bodies = {
    "/api/share/reply": { ...link, authKey: random(32), nonce: random(16), sealed: sealed() },
    "/api/note-request/look": link,
    "/api/note-request/send": { ...link, nonce: random(16), sealed: sealed(), proof: "{}" },
  };
  for (const [path, body] of Object.entries(bodies)) {
    const send = async (content: object, type = "application/json") => {
      const headers = { "content-type": type, origin: url };
      const answer = await fetch(url + path, {
        method: "POST",
        headers,
        body: JSON.stringify(content),
      });
      return { status: answer.status, text: await answer.text(), headers: answer.headers };
    };
    const unknown = await send({ ...body, id: random(16) });
    expect(unknown).toMatchObject({ status: 404, text: '{"reason":"no_match"}' });
    expect(unknown.headers.get("cache-control")).toBe("no-store");
    expect((await send({ ...body, id: "x" })).status).toBe(400);
    expect((await send({ ...body, id: random(16) }, "text/plain")).status).toBe(415);
    expect((await send({ ...body, id: "x".repeat(30_000) })).status).toBe(413);
  }
});
