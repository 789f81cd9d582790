// What came from outside as far as this browser gets with it, and the note that becomes of it.
import { findReplyRecipients, openReply } from "@studydesk/sealing/open-reply";
import type { ReplyContent } from "@studydesk/sealing/reply-content";
import type { RouterOutputs } from "../../lib/trpc";
import type { ReplyKeys } from "./use-reply-keys";

export type ReceivedNote = RouterOutputs["shares"]["received"]["rows"][number];

/** `elsewhere`: other browsers of its owner open it. `lost`: none that is known any more. */
export type OpenedNote =
  | { state: "open"; content: ReplyContent }
  | { state: "elsewhere"; browsers: string[] }
  | { state: "lost" }
  | { state: "changed" };

export async function openReceived(
  { from, idSha256, sealed }: Pick<ReceivedNote, "from" | "idSha256" | "sealed">,
  { own, publicKeys, browsers }: ReplyKeys,
): Promise<OpenedNote> {
  const opened = await openReply({ kind: from, idSha256 }, own, sealed);
  if (opened.ok) return { state: "open", content: opened.content };
  if (opened.reason === "changed") return { state: "changed" };
  const recipients = await findReplyRecipients(sealed, publicKeys);
  if (recipients.length === 0) return { state: "lost" };
  const names = browsers.filter(({ publicKey }) => recipients.includes(publicKey));
  return { state: "elsewhere", browsers: [...new Set(names.map(({ browser }) => browser))] };
}

/** The writer's name is part of what the note says: nobody else remembers it. */
export function noteBodyOf({ text, from }: ReplyContent): string {
  return from === undefined ? text : `From ${from}:\n\n${text}`;
}
