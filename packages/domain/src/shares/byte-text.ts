// Bytes come as base64url without padding; length, alphabet and the one canonical spelling are checked on the
// text, before anything is decoded.
import { z } from "zod";

const malformed = "This is not what our own pages send. Reload the page and try again.";

/** 22 characters, whose last carries two bits. */
export const bytes16 = z
  .string()
  .length(22, malformed)
  .regex(/^[\w-]{21}[AQgw]$/, malformed);
/** 43 characters, whose last carries four bits. */
export const bytes32 = z
  .string()
  .length(43, malformed)
  .regex(/^[\w-]{42}[AEIMQUYcgkosw048]$/, malformed);
export const bytes12 = z
  .string()
  .length(16, malformed)
  .regex(/^[\w-]{16}$/, malformed);

/** A P-256 public key as 65 bytes, whose first is 4: 87 characters, whose last carries two bits. */
export const publicKeyText = z
  .string()
  .length(87, malformed)
  .regex(/^B[A-P][\w-]{84}[AEIMQUYcgkosw048]$/, malformed);

const tagBytes = 16;
const stepBytes = 1024;

/** A tag and 1 to `most` steps of 1 KiB; `frames`: what may stand before them, in bytes. */
export function sealedSteps(most: number, tooLarge: string, frames: readonly number[] = [0]) {
  const longest = Math.max(...frames) + tagBytes + most * stepBytes;
  return z
    .string()
    .max(Math.ceil((longest * 4) / 3), tooLarge)
    .regex(/^[\w-]+$/, malformed)
    .refine((text) => frames.some((frame) => isSealedText(text, frame, most)), malformed);
}

function isSealedText(text: string, frame: number, most: number): boolean {
  const bytes = Math.floor((text.length * 3) / 4);
  const steps = (bytes - frame - tagBytes) / stepBytes;
  if (!Number.isInteger(steps) || steps < 1 || steps > most) return false;
  if (text.length !== Math.ceil((bytes * 4) / 3)) return false;
  if (bytes % 3 === 1) return /[AQgw]$/.test(text);
  if (bytes % 3 === 2) return /[AEIMQUYcgkosw048]$/.test(text);
  return true;
}
