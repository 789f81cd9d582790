import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyringOf } from "./note-keyring";
import { openAtRest, type SealPlace, sealAtRest } from "./seal-at-rest";

const key = { id: "1", key: randomBytes(32) };
const keys = keyringOf(key);
const place: SealPlace = { table: "notes", rowId: 7, home: { leadId: 3 }, authorId: "kim" };

describe("a sealed note", () => {
  it("opens where it was sealed, whatever it says, and never looks the same twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (body) => {
        const sealed = sealAtRest(keys, place, body);
        expect(openAtRest(keys, place, sealed)).toBe(body.toWellFormed());
        expect(sealAtRest(keys, place, body)).not.toBe(sealed);
      }),
    );
  });

  it("does not open in another row, on another lead, for another author, or under another key", () => {
    const sealed = sealAtRest(keys, place, "Prefers mornings.");
    const others: Partial<SealPlace>[] = [
      ...[{ rowId: 8 }, { home: { leadId: 4 } }, { home: { studyId: 3 } }, { authorId: "bo" }],
      { table: "noteDrafts" },
    ];
    for (const other of others) {
      expect(() => openAtRest(keys, { ...place, ...other }, sealed)).toThrow("does not open");
    }
    expect(() => openAtRest(keyringOf({ id: "1", key: randomBytes(32) }), place, sealed)).toThrow(
      "does not open",
    );
  });

  it("does not open when any character of it was changed, or when it was cut", () => {
    const sealed = sealAtRest(keys, place, "Prefers mornings.");
    for (let index = 0; index < sealed.length; index++) {
      // The last character of a part has bits that stand for nothing: B differs from A in those alone.
      const changed = sealed[index] === "A" ? "B" : "A";
      const damaged = sealed.slice(0, index) + changed + sealed.slice(index + 1);
      expect(() => openAtRest(keys, place, damaged), damaged).toThrow("does not open");
      expect(() => openAtRest(keys, place, sealed.slice(0, index))).toThrow("does not open");
    }
    expect(() => openAtRest(keys, place, `${sealed}.AA`)).toThrow("does not open");
  });

  it("says nothing of the text in its error", () => {
    const sealed = sealAtRest(keys, place, "Prefers mornings.");
    expect(() => openAtRest(keys, { ...place, rowId: 8 }, sealed)).toThrow(
      /^Row 8 of notes does not open: it is damaged, or was sealed elsewhere\.$/,
    );
  });

  it("opens under the key that sealed it, also after another became the current one", () => {
    const second = { id: "2", key: randomBytes(32) };
    const both = keyringOf(key, second);
    const before = sealAtRest(keys, place, "Prefers mornings.");
    const after = sealAtRest(both, place, "Prefers evenings.");
    expect(openAtRest(both, place, before)).toBe("Prefers mornings.");
    expect(openAtRest(keyringOf(second), place, after)).toBe("Prefers evenings.");
    expect(() => openAtRest(keys, place, after)).toThrow("does not open");
  });
});
