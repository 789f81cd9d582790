import type { RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { findPort } from "@studydesk/db/testing/find-port";
import { describe, expect, it } from "vitest";
import { listenForTest } from "../testing/listen-for-test";
import { createRegistry } from "./create-registry";

const nctId = "NCT99000077";
const record = JSON.stringify({ protocolSection: { identificationModule: { nctId } } });

/** A registry that answers like this, one listener after the other, the last one for good. */
async function ask(...answers: RequestListener[]) {
  const asked: { url: string | undefined; agent: string | undefined }[] = [];
  const waits: number[] = [];
  const url = await listenForTest((req, res) => {
    asked.push({ url: req.url, agent: req.headers["user-agent"] });
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    answer?.(req, res);
  });
  const registry = createRegistry({
    url: `${url}/api/v2`,
    syncHours: undefined,
    ownUrl: "https://desk.example.org",
    timeoutMs: 1_500,
    wait: async (ms) => void waits.push(ms),
  });
  return { answer: await registry.fetchRecord(nctId), asked, waits, host: new URL(url).host };
}

const with200: RequestListener = (_, res) => res.end(record);
const withStatus =
  (status: number, headers: Record<string, string> = {}): RequestListener =>
  (_, res) =>
    res.writeHead(status, headers).end("<html>no record</html>");

describe("the registry", () => {
  it("is asked for one record, by somebody with a name", async () => {
    const { answer, asked } = await ask(with200);
    expect(answer).toEqual({ ok: true, fileText: record });
    expect(asked).toEqual([
      { url: `/api/v2/studies/${nctId}`, agent: "Studydesk (+https://desk.example.org)" },
    ]);
  });

  it("has no such study", async () => {
    const { answer, asked } = await ask(withStatus(404));
    expect(answer).toMatchObject({ ok: false, reason: "not_found" });
    expect(asked).toHaveLength(1);
  });

  it.each([429, 500, 503])("is asked again after a pause when it answers %s", async (status) => {
    const { answer, waits } = await ask(withStatus(status), with200);
    expect(answer.ok).toBe(true);
    expect(waits).toEqual([1000]);
  });

  it("is asked three times at most", async () => {
    const { answer, asked, waits } = await ask(withStatus(502));
    expect(answer).toMatchObject({ reason: "busy", sentence: expect.stringContaining("502") });
    expect(asked).toHaveLength(3);
    expect(waits).toEqual([1000, 4000]);
  });

  it("says itself when to come back, and is left alone when that is long", async () => {
    const soon = await ask(withStatus(429, { "retry-after": "7" }), with200);
    expect(soon.waits).toEqual([7000]);
    const late = await ask(withStatus(429, { "retry-after": "600" }));
    expect(late.asked).toHaveLength(1);
    expect(late.answer).toMatchObject({ reason: "busy" });
    const odd = await ask(withStatus(503, { "retry-after": "soon" }), with200);
    expect(odd.waits).toEqual([1000]);
  });

  it("that never answers, or stops in the middle, was not reached", async () => {
    for (const hang of [
      () => {},
      (_: unknown, res: { write(text: string): unknown }) => void res.write(record.slice(0, 9)),
    ] as RequestListener[]) {
      const { answer, asked, host } = await ask(hang);
      expect(answer).toEqual({
        ok: false,
        reason: "not_reached",
        sentence: `${host} was not reached from this machine (no answer in time).`,
      });
      expect(asked).toHaveLength(1);
    }
  });

  it("that hangs up was not reached, and the sentence has what can be looked up", async () => {
    const { answer } = await ask((req) => req.socket.destroy());
    expect(answer).toMatchObject({
      reason: "not_reached",
      sentence: expect.stringMatching(/\(\w/),
    });
    const host = `127.0.0.1:${await findPort()}`;
    const closed = createRegistry({ url: `http://${host}`, syncHours: 24, ownUrl: undefined });
    expect(await closed.fetchRecord(nctId)).toEqual({
      ok: false,
      reason: "not_reached",
      sentence: `${host} was not reached from this machine (ECONNREFUSED).`,
    });
  });

  it("is not believed when it sends us elsewhere", async () => {
    const { answer, asked } = await ask(withStatus(302, { location: "/login" }), with200);
    expect(answer).toMatchObject({ reason: "not_understood" });
    expect(asked).toHaveLength(1);
  });

  it("may refuse this machine", async () => {
    const { answer } = await ask(withStatus(403));
    expect(answer).toMatchObject({ reason: "refused", sentence: expect.stringContaining("403") });
  });

  it("is not read beyond 5 MB, packed or not", async () => {
    const huge = Buffer.alloc(6 * 1024 * 1024, 32);
    const plain = await ask((_, res) => res.end(huge));
    const packed = await ask((_, res) => {
      res.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(huge));
    });
    for (const { answer } of [plain, packed]) {
      expect(answer).toMatchObject({
        reason: "not_understood",
        sentence: expect.stringContaining("5 MB"),
      });
    }
  });

  it("ends when it is told to", async () => {
    const url = await listenForTest(() => {});
    const registry = createRegistry({ url, syncHours: undefined, ownUrl: undefined });
    const stop = new AbortController();
    const asked = registry.fetchRecord(nctId, stop.signal);
    stop.abort();
    await expect(asked).rejects.toThrow();
  });
});
