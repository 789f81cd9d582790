import fc from "fast-check";
import { expect, it } from "vitest";
import { createShareInput, openShareInput } from "./share-inputs";

const text = (bytes: number, fill = 7) => Buffer.alloc(bytes, fill).toString("base64url");
const whole = {
  home: { leadId: 1 },
  memo: { label: "", noteIds: [], factLabels: [], isNamed: false, quoteNoteIds: [] },
  id: text(16),
  linkProof: text(32),
  authKey: text(32),
  iv: text(12),
  ciphertext: text(16 + 1024),
};
const opening = { id: text(16), linkProof: text(32), authKey: text(32), nonce: text(16) };

it("a share lasts seven days and opens five times unless the author says otherwise", () => {
  expect(createShareInput.parse(whole)).toMatchObject({ expiresInDays: 7, maxViews: 5 });
});

it("every size that sealing makes is taken, up to 32 steps of 1 KiB", () => {
  for (let steps = 1; steps <= 32; steps += 1) {
    const ciphertext = text(16 + steps * 1024, 255);
    expect(createShareInput.safeParse({ ...whole, ciphertext }).success).toBe(true);
  }
});

it("any other size, sign or spelling is refused before it is decoded", () => {
  const refused: Record<string, unknown>[] = [
    { id: text(15) },
    { id: text(17) },
    { id: `${text(16).slice(0, -1)}x` },
    { id: `${text(16)}==` },
    { linkProof: text(31) },
    { linkProof: `${text(32).slice(0, -1)}B` },
    { authKey: "" },
    { authKey: 7 },
    { iv: text(11) },
    { iv: "+".repeat(16) },
    { ciphertext: text(16) },
    { ciphertext: text(16 + 1023) },
    { ciphertext: text(16 + 33 * 1024) },
    { ciphertext: `${text(16 + 1024).slice(0, -1)}=` },
    { ciphertext: `${text(16 + 1024)}A` },
    { expiresInDays: 0 },
    { expiresInDays: 31 },
    { expiresInDays: 1.5 },
    { maxViews: 0 },
    { maxViews: 51 },
    { home: { leadId: -1 } },
    { home: { leadId: 1, studyId: 1 } },
    { memo: undefined },
    { passcode: "7K2M-9QXP-4T" },
  ];
  for (const change of refused) {
    expect(
      createShareInput.safeParse({ ...whole, ...change }).success,
      JSON.stringify(change),
    ).toBe(false);
  }
});

it("a text that is taken as a key is the one spelling of its bytes", () => {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const key = fc
    .array(fc.constantFrom(...alphabet), { minLength: 43, maxLength: 43 })
    .map((characters) => characters.join(""));
  fc.assert(
    fc.property(key, (authKey) => {
      const isCanonical = Buffer.from(authKey, "base64url").toString("base64url") === authKey;
      expect(openShareInput.safeParse({ ...opening, authKey }).success).toBe(isCanonical);
    }),
  );
});

it("whatever else is asked for when opening is refused", () => {
  expect(openShareInput.safeParse(opening).success).toBe(true);
  expect(openShareInput.safeParse({ ...opening, device: "phone" }).success).toBe(true);
  const values = fc.oneof(fc.anything(), fc.record({ ...mapAnything(opening) }));
  fc.assert(fc.property(values, (value) => !openShareInput.safeParse(value).success));
});

function mapAnything(shape: object) {
  return Object.fromEntries(Object.keys(shape).map((name) => [name, fc.anything()]));
}
