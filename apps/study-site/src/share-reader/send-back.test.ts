import { makeReplyKey } from "@studydesk/sealing/reply-key";
import { expect, it } from "vitest";
import { prepareParcels, readSentAnswer } from "./send-back";

it("only the server's own word says that an answer arrived", () => {
  expect(readSentAnswer(200, '{"received":true}')).toEqual({ kind: "sent" });
  for (const text of ["", "null", "{}", "[]", '{"received":1}', "<h1>Welcome</h1>"]) {
    expect(readSentAnswer(200, text)).toEqual({ kind: "failed" });
  }
});

it("an end is told from a pause, and a full link from a closed one", () => {
  expect(readSentAnswer(410, '{"reason":"enough"}')).toEqual({ kind: "ended", isEnough: true });
  expect(readSentAnswer(410, '{"reason":"revoked"}')).toEqual({ kind: "ended", isEnough: false });
  expect(readSentAnswer(404, '{"reason":"no_match"}')).toEqual({ kind: "ended", isEnough: false });
  expect(readSentAnswer(429, '{"retryAfterSeconds":240}')).toEqual({
    kind: "throttled",
    seconds: 240,
  });
  expect(readSentAnswer(429, "Slow down")).toEqual({ kind: "throttled", seconds: 60 });
  expect(readSentAnswer(400, '{"reason":"malformed"}')).toEqual({ kind: "failed" });
  expect(readSentAnswer(502, "<h1>Bad gateway</h1>")).toEqual({ kind: "failed" });
});

it("the same words again are the same parcel, and changed ones another", async () => {
  const { publicKey } = await makeReplyKey();
  const parcelOf = prepareParcels({ kind: "share", id: "A".repeat(22), publicKeys: [publicKey] });
  const first = await parcelOf({ text: "Thank you" });
  expect(await parcelOf({ text: "Thank you" })).toEqual(first);
  const second = await parcelOf({ text: "Thank you", from: "Ada" });
  expect(second.nonce).not.toBe(first.nonce);
  expect(second.sealed).not.toBe(first.sealed);
});
