import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { expect, it } from "vitest";
import { readIdentityFile, readPassphraseFile, readRecipients } from "./read-backup-keys";
import { newBackupFolder } from "./testing/new-backup-folder";

function fileWith(text: string, mode = 0o600): string {
  const file = join(newBackupFolder(), "secret");
  writeFileSync(file, text, { mode });
  return file;
}

it("reads an identity as age-keygen writes it, and several public keys", async () => {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const file = fileWith(`# created: today\n# public key: ${recipient}\n${identity}\n`);
  expect(readIdentityFile(file)).toEqual({ identities: [identity] });
  expect(readRecipients(`${recipient}, ${recipient}`)).toEqual([recipient, recipient]);
  expect(() => readRecipients(identity)).toThrow("This is a secret key");
  expect(() => readRecipients("age1nothing")).toThrow("no public key");
});

it.each([
  ["an open file", "a passphrase that is long", 0o644, readPassphraseFile, "chmod 600"],
  ["a short passphrase", "tiny-word\n", 0o600, readPassphraseFile, "shorter than 12"],
  ["a file without a key", "# nothing here\n", 0o600, readIdentityFile, "holds no secret key"],
] as const)("refuses %s, and repeats no word of it", (_, text, mode, read, sentence) => {
  const file = fileWith(text, mode);
  expect(() => read(file)).toThrow(sentence);
  expect(() => read(file)).not.toThrow(text.trim());
});
