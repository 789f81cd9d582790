import { encodeBase64url } from "@studydesk/sealing/base64url";
import { makeReplyKey, type ReplyKey } from "@studydesk/sealing/reply-key";
import { sealReply } from "@studydesk/sealing/seal-reply";
import { expect, it } from "vitest";
import { noteBodyOf, openReceived } from "./opened-note";

const id = "A".repeat(22);
const content = { text: "Saturday suits.", from: "Wren Lantern" };
const usedAt = "2026-09-01T12:00:00.000Z";

async function received(sealedTo: readonly ReplyKey[]) {
  const publicKeys = sealedTo.map(({ publicKey }) => publicKey);
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(16));
  const idSha256 = encodeBase64url(new Uint8Array(digest));
  return {
    from: "share" as const,
    idSha256,
    sealed: await sealReply({ kind: "share", id, publicKeys }, content),
  };
}

function keysOf(own: ReplyKey, others: Record<string, ReplyKey>) {
  const browsers = Object.entries({ "Chrome on Mac": own, ...others }).map(
    ([browser, { publicKey }]) => ({ browser, publicKey, usedAt }),
  );
  return { own, browsers, publicKeys: browsers.map(({ publicKey }) => publicKey) };
}

it("opens where its key is, says which other browser has it, and tells when none is left", async () => {
  const [own, other, emptied] = [await makeReplyKey(), await makeReplyKey(), await makeReplyKey()];
  const keys = keysOf(own, { "Firefox on Linux": other });
  expect(await openReceived(await received([other, own]), keys)).toEqual({
    state: "open",
    content,
  });
  const elsewhere = { state: "elsewhere", browsers: ["Firefox on Linux"] };
  expect(await openReceived(await received([other, emptied]), keys)).toEqual(elsewhere);
  expect(await openReceived(await received([emptied]), keys)).toEqual({ state: "lost" });
  const changed = { ...(await received([own])), from: "request" as const };
  expect(await openReceived(changed, keys)).toEqual({ state: "changed" });
});

it("the note says who wrote it when they said so", () => {
  expect(noteBodyOf(content)).toBe("From Wren Lantern:\n\nSaturday suits.");
  expect(noteBodyOf({ text: "Saturday suits." })).toBe("Saturday suits.");
});
