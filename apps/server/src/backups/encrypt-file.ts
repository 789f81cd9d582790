// Backups encrypted as age does (age-encryption.org): to public keys, or under a passphrase. In pieces, so that
// the length of a file costs no memory.
import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { Decrypter, Encrypter } from "age-encryption";
import { BackupError } from "./backup-error";

export type Encryption = { recipients: readonly string[] } | { passphrase: string };
export type Decryption = { identities: readonly string[] } | { passphrase: string };

type OnBytes = (bytes: number) => void;

/** `to` is there already, with the rights that it shall have. */
export async function encryptFile(
  from: string,
  to: string,
  encryption: Encryption,
  onBytes: OnBytes,
): Promise<void> {
  const encrypter = new Encrypter();
  if ("passphrase" in encryption) encrypter.setPassphrase(encryption.passphrase);
  else for (const recipient of encryption.recipients) encrypter.addRecipient(recipient);
  const sealed = await encrypter.encrypt(ReadableStream.from(piecesOf(from, onBytes)));
  await pipeline(sealed, createWriteStream(to, { flags: "r+" }));
}

/** Throws a sentence where the file does not open under what is given, or was changed by a single bit. */
export async function decryptFile(
  from: string,
  to: string,
  decryption: Decryption,
  onBytes: OnBytes,
): Promise<void> {
  const decrypter = new Decrypter();
  if ("passphrase" in decryption) decrypter.addPassphrase(decryption.passphrase);
  else for (const identity of decryption.identities) decrypter.addIdentity(identity);
  try {
    const opened = await decrypter.decrypt(ReadableStream.from(piecesOf(from, onBytes)));
    await pipeline(opened, createWriteStream(to, { flags: "r+" }));
  } catch (error) {
    // The system's own errors have codes: a full disk is no wrong key.
    if (error instanceof Error && "code" in error) throw error;
    const what =
      "The backup does not open under the key or passphrase that was given, or it is damaged. Check the file of --identity-file or --passphrase-file. Nothing was changed.";
    throw new BackupError("not_verified", what, { cause: error });
  }
}

async function* piecesOf(file: string, onBytes: OnBytes): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 18 })) {
    if (!(piece instanceof Uint8Array)) throw new TypeError("A file is read as bytes.");
    yield piece;
    bytes += piece.length;
    onBytes(bytes);
  }
}
