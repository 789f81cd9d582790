// The hash of a test's password at the least cost that argon2 takes: whoever checks a password reads the cost
// out of its hash, so tests that sign in do not pay for it. What is kept of real passwords costs the real
// price (people/password-hash.ts, held by auth.test.ts).
import { hash } from "@node-rs/argon2";

export function hashLightly(password: string): Promise<string> {
  return hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });
}
