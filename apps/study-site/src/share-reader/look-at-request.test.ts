import { expect, it } from "vitest";
import { readLookAnswer } from "./look-at-request";

const request = {
  publicKeys: ["A".repeat(87)],
  iv: "A".repeat(16),
  ciphertext: "A".repeat(1387),
  expiresAt: "2026-09-08T12:00:00.000Z",
  notesLeft: 3,
};

it("a whole answer is looked at; one with something missing or odd is not", () => {
  expect(readLookAnswer(200, JSON.stringify(request))).toEqual({ kind: "looked", request });
  for (const change of [
    { publicKeys: "A" },
    { publicKeys: [7] },
    { iv: undefined },
    { ciphertext: 7 },
    { expiresAt: "soon" },
    { notesLeft: "3" },
  ]) {
    const text = JSON.stringify({ ...request, ...change });
    expect(readLookAnswer(200, text)).toEqual({ kind: "failed" });
  }
});

it("each end is told apart by its status and closed words alone", () => {
  expect(readLookAnswer(404, '{"reason":"no_match"}')).toEqual({ kind: "no_match" });
  expect(readLookAnswer(410, '{"reason":"enough"}')).toEqual({ kind: "ended", reason: "enough" });
  expect(readLookAnswer(410, '{"reason":"because"}')).toEqual({ kind: "ended", reason: undefined });
  for (const status of [400, 403, 429, 500, 502]) {
    expect(readLookAnswer(status, "<h1>Not now</h1>")).toEqual({ kind: "failed" });
  }
});
