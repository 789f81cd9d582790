// Shares and a request of the demo's coordinator, so that the list of shares shows how each can stand. Browsers
// seal, and the links of these were handed on before the demo began: nobody has them, and nobody could tell
// their ciphertexts from the noise that stands for them here.
import { generateKeyPairSync, randomBytes } from "node:crypto";
import type { Deps } from "@studydesk/api/deps";
import { createRequest } from "@studydesk/api/shares/create-request";
import { createShare } from "@studydesk/api/shares/create-share";
import { openShareEndpoint } from "@studydesk/api/shares/open-share-endpoint";
import { registerReplyKey } from "@studydesk/api/shares/register-reply-key";
import { revokeOwnShare } from "@studydesk/api/shares/revoke-share";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { DemoNote } from "./write-demo-notes";

type ShareDeps = Pick<Deps, "db" | "now" | "noteKeys" | "live" | "limits">;

interface Notes {
  records: DemoNote;
  travel: DemoNote;
  video: DemoNote;
}

export async function shareDemoNotes(
  depsAt: (hoursAgo: number) => ShareDeps,
  owner: Viewer,
  { records, travel, video }: Notes,
): Promise<void> {
  const mistaken = await share(depsAt(27), owner, video, {
    label: "Relative who translates, wrong address",
    maxViews: 2,
  });
  await revokeOwnShare(depsAt(26.5), owner, { shareId: mistaken.shareId, reason: "owner" });

  const opened = await share(depsAt(25), owner, travel, { label: "Study office", maxViews: 5 });
  const { status } = await openShareEndpoint(depsAt(20), {
    body: { ...opened.keys, nonce: noise(16), device: "computer" },
    network: "203.0.113.0/24",
    requestId: "demo",
  });
  if (status !== 200) throw new Error("A share of the demo did not open.");

  await share(depsAt(21), owner, records, { label: "Records office", maxViews: 3 });
  await askForSummary(depsAt(19), owner, records);
}

async function share(
  deps: ShareDeps,
  owner: Viewer,
  { id: noteId, home }: DemoNote,
  { label, maxViews }: { label: string; maxViews: number },
) {
  const keys = { id: noise(16), linkProof: noise(32), authKey: noise(32) };
  const memo = { label, noteIds: [noteId], factLabels: [], isNamed: true, quoteNoteIds: [] };
  const { id } = await createShare(deps, owner, {
    ...{ ...keys, home, memo, maxViews, iv: noise(12), ciphertext: sealedNoise() },
    ...{ expiresInDays: 7, takesReplies: false },
  });
  return { shareId: id, keys };
}

/** What would come back opens in a browser that is not there any more: the desk says so, and how to ask anew. */
async function askForSummary(deps: ShareDeps, owner: Viewer, { home }: DemoNote): Promise<void> {
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const point = Buffer.concat([
    Buffer.of(4),
    Buffer.from(x, "base64url"),
    Buffer.from(y, "base64url"),
  ]).toString("base64url");
  const browser = "Firefox on an earlier computer";
  const { publicKeys } = await registerReplyKey(deps, owner, { publicKey: point, browser });
  await createRequest(deps, owner, {
    ...{ home, publicKeys, id: noise(16), linkProof: noise(32), iv: noise(12) },
    ...{ ciphertext: sealedNoise(), label: "Summary from the family doctor" },
    ...{ expiresInDays: 14, maxNotes: 3 },
  });
}

function noise(bytes: number): string {
  return randomBytes(bytes).toString("base64url");
}

/** One step of padding and its tag. */
function sealedNoise(): string {
  return noise(1024 + 16);
}
