// The sum that tells a browser from a program in a hurry: fetched and done in the background from the first
// touch of the form. Where it cannot be done (no worker, no secure context), the message goes without.

export interface ProofMaker {
  /** What to send along; empty when there is none within a few seconds. */
  ready(): Promise<string>;
}

/** Below the two hours for which the server takes one. */
const freshMs = 100 * 60_000;
const longestWaitMs = 4000;

export function makeProofs(): ProofMaker {
  let begun = 0;
  let proof: Promise<string> = Promise.resolve("");
  const begin = () => {
    begun = Date.now();
    proof = solve().catch(() => "");
  };
  begin();
  return {
    async ready() {
      if (Date.now() - begun > freshMs || (await within(proof, longestWaitMs)) === "") begin();
      return within(proof, longestWaitMs);
    },
  };
}

async function solve(): Promise<string> {
  const answer = await fetch("/api/form/challenge");
  if (!answer.ok) return "";
  const challenge: unknown = await answer.json();
  const solution = await askWorker(challenge);
  return solution ? JSON.stringify({ challenge, solution }) : "";
}

function askWorker(challenge: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./solve-worker.ts", import.meta.url));
    const end = (solution: unknown) => {
      worker.terminate();
      resolve(solution);
    };
    worker.onmessage = ({ data }) => end(data);
    worker.onerror = () => end(undefined);
    worker.postMessage(challenge);
  });
}

function within(proof: Promise<string>, ms: number): Promise<string> {
  return Promise.race([proof, new Promise<string>((resolve) => setTimeout(resolve, ms, ""))]);
}
