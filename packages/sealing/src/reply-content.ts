// What goes from one person to another as a whole: a text, and the name that its writer chose to give. An
// answer from outside is one, and so is the request for a note.

export type ReplyContent = { text: string; from?: string };

const steps = 8;
const lengthBytes = 4;

/** 8 KiB once padded. */
export const maxReplyBytes = steps * 1024 - lengthBytes;

export class ReplyTooLargeError extends Error {
  constructor() {
    super("This is more than 8 kB, and was not sent. Shorten it, or send it in two parts.");
    this.name = "ReplyTooLargeError";
  }
}

/** Bytes that it takes of `maxReplyBytes`: a form tells its writer how much is left. */
export function sizeOfReply(content: ReplyContent): number {
  return encode(content).length;
}

/** Throws a `ReplyTooLargeError`. */
export function encodeReply(content: ReplyContent): Uint8Array<ArrayBuffer> {
  const bytes = encode(content);
  if (bytes.length > maxReplyBytes) throw new ReplyTooLargeError();
  return bytes;
}

/** Undefined for what `encodeReply` cannot have made. */
export function decodeReply(bytes: Uint8Array): ReplyContent | undefined {
  if (bytes.length > maxReplyBytes) return undefined;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return read(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function encode({ text, from }: ReplyContent): Uint8Array<ArrayBuffer> {
  const content = from === undefined ? { version: 1, text } : { version: 1, text, from };
  return new TextEncoder().encode(JSON.stringify(content));
}

function read(value: unknown): ReplyContent | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { version, text, from, ...others }: Partial<Record<string, unknown>> = { ...value };
  if (version !== 1 || typeof text !== "string" || text.trim() === "") return undefined;
  if (Object.keys(others).length > 0) return undefined;
  if (from === undefined) return { text };
  return typeof from === "string" && from.trim() !== "" ? { text, from } : undefined;
}
