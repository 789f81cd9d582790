// How passwords are kept: argon2id with 46 MiB and one pass. What may be one is domain's to say.
import { hash, verify } from "@node-rs/argon2";

// The algorithm is the library's default (argon2id); a test reads it back from a hash.
const cost = { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 };

/** As typed in one Unicode spelling: keyboards differ in how they send an accent. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password.normalize("NFKC"));
}
