// What a visitor's browser sends along with a message: its sum, done.
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import { createFormChallenge } from "../submissions/form-challenge";
import type { TestDeps } from "./build-deps";

export async function solveFormChallenge(deps: Pick<TestDeps, "keys" | "now">): Promise<string> {
  const challenge = await createFormChallenge(deps);
  const solution = await solveChallenge({ challenge, deriveKey });
  return JSON.stringify({ challenge, solution });
}
