import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openNote, sealNote } from "./note-cipher";

const key = randomBytes(32);
const place = { noteId: 7, leadId: 3, authorId: "kim" };

describe("a sealed note", () => {
  it("opens where it was sealed, whatever it says, and never looks the same twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (body) => {
        const sealed = sealNote(key, place, body);
        expect(openNote(key, place, sealed)).toBe(body.toWellFormed());
        expect(sealNote(key, place, body)).not.toBe(sealed);
      }),
    );
  });

  it("does not open in another row, on another lead, for another author, or under another key", () => {
    const sealed = sealNote(key, place, "Prefers mornings.");
    for (const other of [{ noteId: 8 }, { leadId: 4 }, { authorId: "bo" }]) {
      expect(() => openNote(key, { ...place, ...other }, sealed)).toThrow("does not open");
    }
    expect(() => openNote(randomBytes(32), place, sealed)).toThrow("does not open");
  });

  it("does not open when any character of it was changed, or when it was cut", () => {
    const sealed = sealNote(key, place, "Prefers mornings.");
    for (let index = 0; index < sealed.length; index++) {
      // The last character of a part has bits that stand for nothing: B differs from A in those alone.
      const changed = sealed[index] === "A" ? "B" : "A";
      const damaged = sealed.slice(0, index) + changed + sealed.slice(index + 1);
      expect(() => openNote(key, place, damaged), damaged).toThrow("does not open");
      expect(() => openNote(key, place, sealed.slice(0, index))).toThrow("does not open");
    }
    expect(() => openNote(key, place, `${sealed}.AA`)).toThrow("does not open");
  });

  it("says nothing of the text in its error", () => {
    const sealed = sealNote(key, place, "Prefers mornings.");
    expect(() => openNote(key, { ...place, noteId: 8 }, sealed)).toThrow(
      /^Note 8 does not open: it is damaged, or was sealed elsewhere\.$/,
    );
  });
});
