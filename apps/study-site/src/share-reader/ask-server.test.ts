import { expect, it } from "vitest";
import { readAnswer } from "./ask-server";

const share = {
  iv: "A".repeat(16),
  ciphertext: "A".repeat(1387),
  viewsLeft: 4,
  expiresAt: "2026-09-08T12:00:00.000Z",
};

it("a whole answer opens; one with something missing or odd does not", () => {
  expect(readAnswer(200, JSON.stringify(share))).toEqual({ kind: "opened", share });
  for (const change of [
    { iv: undefined },
    { ciphertext: 7 },
    { viewsLeft: "4" },
    { expiresAt: "soon" },
  ]) {
    expect(readAnswer(200, JSON.stringify({ ...share, ...change }))).toEqual({ kind: "failed" });
  }
});

it("each refusal is told apart by its status and closed words alone", () => {
  expect(readAnswer(404, '{"reason":"no_match"}')).toEqual({ kind: "no_match" });
  expect(readAnswer(410, '{"reason":"used_up"}')).toEqual({ kind: "ended", reason: "used_up" });
  expect(readAnswer(410, '{"reason":"because"}')).toEqual({ kind: "ended", reason: undefined });
  expect(readAnswer(429, '{"retryAfterSeconds":1800}')).toEqual({
    kind: "throttled",
    seconds: 1800,
  });
  expect(readAnswer(429, "<h1>Slow down</h1>")).toEqual({ kind: "throttled", seconds: 60 });
});

it("whatever a proxy answers in the server's place, nothing breaks and nothing is shown of it", () => {
  const texts = ["", "null", "7", "[]", "{", '"text"', "{}", "<script>alert(1)</script>"];
  for (const status of [200, 204, 301, 400, 403, 404, 410, 413, 415, 429, 500, 502, 503]) {
    for (const text of texts) expect(readAnswer(status, text).kind).not.toBe("opened");
  }
});
