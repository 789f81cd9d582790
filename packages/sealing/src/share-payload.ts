// What a sealed share holds, and nothing else: notes, the quotes they hang on, and what the
// author chose to say of themselves or of a person. Fields that are not listed here are refused,
// so nothing travels that the author's preview does not show; another shape is another version.
import { maxContentBytes } from "./padding";
import { isReplyPublicKey, maxReplyKeys } from "./reply-key";

export type ShareQuote = {
  text: string;
  /** Where it stands, in words: the study and the field. */
  source: string;
  /** A path on the site that made the share, such as `/studies/NCT01234567`. */
  page?: string;
  /** The revision of the text that was quoted. */
  revision?: string;
};

/** `writtenAt` is ISO-8601 in UTC. */
export type ShareNote = { text: string; writtenAt: string; quote?: ShareQuote };

/** Identity fields of a person, each ticked by the author. */
export type ShareFact = { label: string; value: string };

export type SharePayload = {
  version: 1;
  /** At least one. */
  notes: ShareNote[];
  authorName?: string;
  about?: ShareFact[];
  /** Raw public keys of the author's browsers: a reply is sealed to them. Left out: none is taken. */
  replyTo?: string[];
};

export type SharePayloadProblem = "malformed" | "too_large";

export type ParsedSharePayload =
  | { ok: true; payload: SharePayload }
  | { ok: false; reason: SharePayloadProblem };

export function parseSharePayload(value: unknown): ParsedSharePayload {
  if (!isPayload(value)) return { ok: false, reason: "malformed" };
  if (encodeSharePayload(value).length > maxContentBytes) return { ok: false, reason: "too_large" };
  return { ok: true, payload: value };
}

export function encodeSharePayload(payload: SharePayload): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(payload));
}

/** Undefined for bytes that are not a payload. */
export function decodeSharePayload(content: Uint8Array): SharePayload | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
    const parsed = parseSharePayload(JSON.parse(text));
    return parsed.ok ? parsed.payload : undefined;
  } catch {
    return undefined;
  }
}

type Check = (value: unknown) => boolean;

function isPayload(value: unknown): value is SharePayload {
  return hasShape(
    value,
    { version: (version) => version === 1, notes: (notes) => isListOf(notes, isNote, 1) },
    {
      authorName: isText,
      about: (about) => isListOf(about, isFact, 0),
      replyTo: (replyTo) => isListOf(replyTo, isReplyPublicKey, 1) && isFewEnough(replyTo),
    },
  );
}

function isNote(value: unknown): boolean {
  return hasShape(value, { text: isText, writtenAt: isTime }, { quote: isQuote });
}

function isQuote(value: unknown): boolean {
  return hasShape(value, { text: isText, source: isText }, { page: isOwnPath, revision: isText });
}

function isFact(value: unknown): boolean {
  return hasShape(value, { label: isText, value: isText }, {});
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}

function isTime(value: unknown): boolean {
  if (typeof value !== "string") return false;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/.test(value)) return false;
  const time = new Date(value);
  // A day that no month has would silently become one of the next month.
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(value.slice(0, 19));
}

/** A reader may make a link of it: so neither `javascript:` nor `//elsewhere` nor `/\elsewhere`. */
function isOwnPath(value: unknown): boolean {
  return typeof value === "string" && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(value);
}

function isListOf(value: unknown, isItem: Check, atLeast: number): boolean {
  return Array.isArray(value) && value.length >= atLeast && value.every((item) => isItem(item));
}

function isFewEnough(keys: unknown): boolean {
  return Array.isArray(keys) && keys.length <= maxReplyKeys;
}

function hasShape(
  value: unknown,
  required: Record<string, Check>,
  optional: Record<string, Check>,
): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const checks = new Map(Object.entries({ ...required, ...optional }));
  const isComplete = Object.keys(required).every((name) => Object.hasOwn(value, name));
  return isComplete && Object.entries(value).every(([name, field]) => checks.get(name)?.(field));
}
