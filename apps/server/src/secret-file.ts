// The installation's secret: read from a file that nobody else on the machine can read. Sentences say
// how to make one; the secret itself is in no message.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export type SecretFile = { ok: true; secret: Buffer } | { ok: false; problem: string };

const fewestBytes = 32;

export function readSecretFile(file: string): SecretFile {
  const make = `Make one with: (umask 077 && openssl rand -base64 48 > ${file})`;
  let mode: number;
  let secret: Buffer;
  try {
    mode = statSync(file).mode;
    secret = readFileSync(file);
  } catch {
    return { ok: false, problem: `names ${file}, which cannot be read. ${make}` };
  }
  if ((mode & 0o007) !== 0) {
    return {
      ok: false,
      problem: `names ${file}, which everybody on this machine may read. Close it with: chmod 600 ${file}`,
    };
  }
  if (secret.length < fewestBytes) {
    return {
      ok: false,
      problem: `names ${file}, which holds ${secret.length} bytes; at least ${fewestBytes} are needed. ${make}`,
    };
  }
  return { ok: true, secret };
}

/** For the demo: its own secret, made at the first start. */
export function readOrMakeSecret(file: string): Buffer {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(48), { mode: 0o600, flag: "wx" });
  }
  const found = readSecretFile(file);
  if (found.ok) return found.secret;
  throw new Error(
    `The demo's secret, ${file}, is damaged. Delete the folder ${dirname(file)} and start again: the demo is made anew.`,
  );
}
