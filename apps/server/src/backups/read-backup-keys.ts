// Keys and passphrases of backups. What is secret stands in a file, never on a command line, where every
// program of the machine could read it.
import { readFileSync, statSync } from "node:fs";
import { DomainError } from "@studydesk/domain/errors";
import { Decrypter, Encrypter } from "age-encryption";
import type { Decryption } from "./encrypt-file";

const fewestSigns = 12;

/** One or more public keys with commas between. Throws a sentence for what is none. */
export function readRecipients(text: string): string[] {
  const recipients = text.split(",").map((key) => key.trim());
  for (const recipient of recipients) {
    if (recipient.startsWith("AGE-SECRET-KEY-")) {
      throw refusal(
        "This is a secret key. Encryption needs the public one, which begins with age1.",
      );
    }
    try {
      new Encrypter().addRecipient(recipient);
    } catch {
      throw refusal(
        "This is no public key for encryption. It begins with age1; make a pair with: pnpm studydesk backup-key FILE",
      );
    }
  }
  return recipients;
}

export function readPassphraseFile(file: string): { passphrase: string } {
  const [passphrase = ""] = readSecretLines(file);
  if (passphrase.length >= fewestSigns) return { passphrase };
  throw refusal(
    `The passphrase in ${file} is shorter than ${fewestSigns} signs. Take a longer one, for example five random words.`,
  );
}

/** As age-keygen writes it: a line for each secret key, and remarks. */
export function readIdentityFile(file: string): Decryption {
  const identities = readSecretLines(file).filter((line) => !line.startsWith("#"));
  try {
    for (const identity of identities) new Decrypter().addIdentity(identity);
  } catch {
    identities.length = 0;
  }
  if (identities.length > 0) return { identities };
  throw refusal(
    `${file} holds no secret key. Each is a line that begins with AGE-SECRET-KEY-; name the file that backup-key or age-keygen made.`,
  );
}

function readSecretLines(file: string): string[] {
  let text: string;
  try {
    if ((statSync(file).mode & 0o007) !== 0) {
      throw refusal(`Everybody on this machine may read ${file}. Close it with: chmod 600 ${file}`);
    }
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw refusal(`${file} cannot be read. Check the path, and whose it is.`);
  }
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}

function refusal(sentence: string): DomainError {
  return new DomainError("invalid", sentence);
}
