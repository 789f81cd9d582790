import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeBase64url } from "./base64url";
import {
  decodeSharePayload,
  encodeSharePayload,
  parseSharePayload,
  type ShareNote,
  type SharePayload,
} from "./share-payload";

const note = { text: "Prefers a call after five.", writtenAt: "2026-11-03T09:15:00.000Z" };
const quote = {
  text: "18 years and older",
  source: "Eligibility",
  page: "/studies/NCT01234567",
  revision: "2",
};
const publicKey = encodeBase64url(Uint8Array.of(4, ...new Uint8Array(64)));
const small: SharePayload = { version: 1, notes: [note] };
const full: SharePayload = {
  version: 1,
  notes: [
    { ...note, quote },
    { text: "二", writtenAt: "2026-11-03T09:15:00Z", quote: { text: "a", source: "b" } },
  ],
  authorName: "Robin Example",
  about: [{ label: "Phone", value: "+1 555 0100" }],
  replyTo: [publicKey],
};

describe("A share's payload", () => {
  it("is accepted, small or full, and comes back from its bytes", () => {
    for (const payload of [small, full, { ...small, about: [] }]) {
      expect(parseSharePayload(payload)).toEqual({ ok: true, payload });
      expect(decodeSharePayload(encodeSharePayload(payload))).toEqual(payload);
    }
  });

  it("keeps any text as it was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (written) => {
        const payload: SharePayload = {
          version: 1,
          notes: [{ ...note, text: `Note: ${written}` }],
        };
        expect(decodeSharePayload(encodeSharePayload(payload))).toEqual(payload);
      }),
    );
  });

  it.for<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a text", "{}"],
    ["a list", [small]],
    ["another version", { ...small, version: 2 }],
    ["a version as text", { ...small, version: "1" }],
    ["no version", { notes: [note] }],
    ["no notes", { version: 1 }],
    ["an empty list of notes", { ...small, notes: [] }],
    ["notes that are no list", { ...small, notes: { 0: note, length: 1 } }],
    ["a field that the preview does not show", { ...small, leadId: "17" }],
    ["such a field in a note", { ...small, notes: [{ ...note, leadId: "17" }] }],
    [
      "such a field in a quote",
      { ...small, notes: [{ ...note, quote: { ...quote, leadId: "17" } }] },
    ],
    ["such a field in a fact", { ...small, about: [{ label: "a", value: "b", leadId: "17" }] }],
    ["a field named __proto__", JSON.parse('{"version":1,"notes":[],"__proto__":{"notes":[1]}}')],
    ["fields that are only inherited", Object.create(small)],
    ["a blank note", { ...small, notes: [{ ...note, text: " \n" }] }],
    ["a note that is a text", { ...small, notes: ["Prefers a call"] }],
    ["a note without a time", { ...small, notes: [{ text: "x" }] }],
    [
      "a time of another zone",
      { ...small, notes: [{ ...note, writtenAt: "2026-11-03T09:15:00+01:00" }] },
    ],
    ["a day without a time", { ...small, notes: [{ ...note, writtenAt: "2026-11-03" }] }],
    [
      "a day that does not exist",
      { ...small, notes: [{ ...note, writtenAt: "2026-02-30T09:15:00Z" }] },
    ],
    [
      "a month that does not exist",
      { ...small, notes: [{ ...note, writtenAt: "2026-13-01T09:15:00Z" }] },
    ],
    ["a quote without a source", { ...small, notes: [{ ...note, quote: { text: "x" } }] }],
    ["a quote that is null", { ...small, notes: [{ ...note, quote: null }] }],
    [
      "a revision that is a number",
      { ...small, notes: [{ ...note, quote: { ...quote, revision: 2 } }] },
    ],
    ["a blank author", { ...small, authorName: "" }],
    ["an author that is undefined", { ...small, authorName: undefined }],
    ["a fact without a value", { ...small, about: [{ label: "Phone", value: "" }] }],
    ["no key to reply to", { ...small, replyTo: [] }],
    ["nine keys to reply to", { ...small, replyTo: Array(9).fill(publicKey) }],
    ["a key that is none", { ...small, replyTo: [publicKey.slice(1)] }],
    ["a key as an object", { ...small, replyTo: { 0: publicKey, length: 1 } }],
    ["facts that are no list", { ...small, about: { label: "Phone", value: "+1 555 0100" } }],
  ])("is not %s", ([, value]) => {
    expect(parseSharePayload(value)).toEqual({ ok: false, reason: "malformed" });
  });

  it.for([
    "javascript:alert(1)",
    "https://example.com/",
    "//example.com",
    "/\\example.com",
    "studies/1",
    "",
    "/a b",
  ])("points no reader to %j", (page) => {
    const notes = [{ ...note, quote: { ...quote, page } }];
    expect(parseSharePayload({ ...small, notes })).toEqual({ ok: false, reason: "malformed" });
  });

  it("holds 32 KiB with its padding and no byte more, counted in bytes", () => {
    const withText = (text: string): SharePayload => ({ version: 1, notes: [{ ...note, text }] });
    const frame = encodeSharePayload(withText("")).length;
    const room = 32 * 1024 - 4 - frame;
    expect(parseSharePayload(withText("x".repeat(room))).ok).toBe(true);
    const tooLarge = { ok: false, reason: "too_large" };
    expect(parseSharePayload(withText("x".repeat(room + 1)))).toEqual(tooLarge);
    expect(parseSharePayload(withText("二".repeat(Math.ceil(room / 3) + 1)))).toEqual(tooLarge);
    const many: ShareNote[] = Array.from({ length: 5_000 }, () => note);
    expect(parseSharePayload({ version: 1, notes: many })).toEqual(tooLarge);
  });

  it("is not read from bytes that are no JSON, no UTF-8, or another thing", () => {
    const bytesOf = (text: string) => new TextEncoder().encode(text);
    for (const text of ["", "{", "null", "[]", '{"version":1}', `\uFEFF${JSON.stringify(small)}`]) {
      expect(decodeSharePayload(bytesOf(text))).toBeUndefined();
    }
    expect(decodeSharePayload(Uint8Array.of(0xff, 0xfe))).toBeUndefined();
  });

  it("answers for every value there is", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (value) => {
        expect(parseSharePayload(value)).toEqual({ ok: false, reason: "malformed" });
      }),
    );
  });
});
