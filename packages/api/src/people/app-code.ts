// Codes of an app (TOTP, RFC 6238: six digits, SHA-1, half a minute, what every app takes), and the key that
// makes them, sealed at rest under a key of its own and bound to its person.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";

const issuer = "Studydesk";
const keyBytes = 20;
/** A clock may be wrong by half a minute either way. */
const window = 1;

/** As base32, which is also what somebody types who cannot point a camera. */
export function makeAppKey(): string {
  return new Secret({ size: keyBytes }).base32;
}

/** What an app reads from the square. */
export function appKeyUri(key: string, email: string): string {
  return new TOTP({ issuer, label: email, secret: key }).toString();
}

/** The half minute (counted from 1970) that the digits belong to; undefined: they are wrong. */
export function findStep(key: string, digits: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = new TOTP({ secret: key }).validate({ token: digits, timestamp, window });
  return delta === null ? undefined : TOTP.counter({ timestamp }) + delta;
}

const ivBytes = 12;
const tagBytes = 16;

export function sealAppKey(sealingKey: Buffer, userId: string, key: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", sealingKey, iv).setAAD(Buffer.from(userId));
  const sealed = Buffer.concat([cipher.update(key, "utf8"), cipher.final()]);
  return Buffer.concat([iv, sealed, cipher.getAuthTag()]).toString("base64url");
}

/** Throws when it was changed, or sealed for somebody else or under another secret. */
export function openAppKey(sealingKey: Buffer, userId: string, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const tagAt = bytes.length - tagBytes;
  const decipher = createDecipheriv("aes-256-gcm", sealingKey, bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(userId)).setAuthTag(bytes.subarray(tagAt));
  return (
    decipher.update(bytes.subarray(ivBytes, tagAt), undefined, "utf8") + decipher.final("utf8")
  );
}
