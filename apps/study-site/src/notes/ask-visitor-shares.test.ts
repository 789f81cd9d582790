import { expect, it } from "vitest";
import { readWord } from "./ask-visitor-shares";

const share = {
  state: "active",
  views: 1,
  maxViews: 5,
  failures: 0,
  expiresAt: "2026-09-08T12:00:00.000Z",
  lastOpenedAt: "2026-09-01T12:00:00.000Z",
};

it("a whole answer is believed; one with something missing or odd is not", () => {
  expect(readWord(200, JSON.stringify(share))).toEqual({ kind: "known", share });
  for (const change of [
    { state: "open" },
    { views: "1" },
    { maxViews: null },
    { expiresAt: "soon" },
  ]) {
    expect(readWord(200, JSON.stringify({ ...share, ...change }))).toEqual({ kind: "failed" });
  }
});

it("a share is over only when our own server says so, not a proxy's page", () => {
  expect(readWord(404, '{"reason":"no_match"}')).toEqual({ kind: "gone" });
  expect(readWord(404, "<h1>Not found</h1>")).toEqual({ kind: "failed" });
});

it("a wait is told in whole minutes", () => {
  expect(readWord(429, '{"retryAfterSeconds":1}')).toEqual({ kind: "throttled", minutes: 1 });
  expect(readWord(429, '{"retryAfterSeconds":3600}')).toEqual({ kind: "throttled", minutes: 60 });
  expect(readWord(429, "Slow down")).toEqual({ kind: "throttled", minutes: 1 });
});

it("whatever a proxy answers in the server's place, nothing breaks", () => {
  const texts = ["", "null", "7", "[]", "{", '"text"', "{}", "<script>alert(1)</script>"];
  for (const status of [200, 204, 301, 400, 403, 404, 409, 413, 415, 500, 502, 503]) {
    for (const text of texts) expect(readWord(status, text)).toEqual({ kind: "failed" });
  }
});
