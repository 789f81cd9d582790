// Does the sum off the page's own thread.
import { type Challenge, type Solution, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";

self.onmessage = async ({ data }: MessageEvent<Challenge>) => {
  let solution: Solution | null = null;
  try {
    solution = await solveChallenge({ challenge: data, deriveKey });
  } catch {
    // Then the message goes without.
  }
  self.postMessage(solution);
};
