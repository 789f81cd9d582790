// The small sum that a visitor's browser does in the background (altcha's): signed, so nothing is kept
// until it comes back; good for one message. Who does not do it is never refused.
import { addLimitPoint, findLimit } from "@studydesk/db/limits";
import type { Db } from "@studydesk/db/open-database";
import type { Proof } from "@studydesk/domain/submissions/proof";
import { type Challenge, createChallenge, randomInt, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";
import type { Deps } from "../deps";

/** Long enough to fill in the form, and to look something up in between. */
const lifetimeMs = 2 * 3_600_000;
/** Together about a quarter of a second on a cheap phone, and half a millisecond to make here. */
const cost = 1000;
const fewestSteps = 100;
const mostSteps = 300;

export async function createFormChallenge(deps: Pick<Deps, "keys" | "now">): Promise<Challenge> {
  const { signature, key } = deps.keys.challenges;
  return createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost,
    counter: randomInt(mostSteps, fewestSteps),
    deriveKey,
    // Its own `expiresAt` is measured by the machine's clock, not by ours.
    data: { until: deps.now().getTime() + lifetimeMs },
    hmacSignatureSecret: signature,
    hmacKeySignatureSecret: key,
  });
}

const payloadShape = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.string(),
      nonce: z.string().max(64),
      salt: z.string(),
      cost: z.number(),
      keyLength: z.number(),
      keyPrefix: z.string(),
      keySignature: z.string(),
      data: z.object({ until: z.number() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string().max(200) }),
});

export interface ReadProof {
  proof: Proof;
  /** What may not come twice; only with a solved one. */
  spends?: { nonce: string; until: number };
}

/** Judges what came along with a message, as JSON text. Spends nothing. */
export async function readProof(deps: Deps, sent: string): Promise<ReadProof> {
  if (sent === "") return { proof: "none" };
  const payload = payloadShape.safeParse(parseJson(sent));
  if (!payload.success) return { proof: "bad" };
  const { challenge, solution } = payload.data;
  const { nonce, data } = challenge.parameters;
  const { signature, key } = deps.keys.challenges;
  const { verified } = await verifySolution({
    challenge,
    solution,
    deriveKey,
    hmacSignatureSecret: signature,
    hmacKeySignatureSecret: key,
  });
  const now = deps.now().getTime();
  if (!verified || data.until <= now || (await findLimit(deps.db, spentKey(nonce), now))) {
    return { proof: "bad" };
  }
  return { proof: "solved", spends: { nonce, until: data.until } };
}

/** In the message's own transaction: a message that was not kept leaves the proof good for the next try. */
export async function spendProof(trx: Db, { proof, spends }: ReadProof, now: Date): Promise<Proof> {
  if (!spends) return proof;
  const at = now.getTime();
  const { points } = await addLimitPoint(trx, spentKey(spends.nonce), at, {
    most: 1,
    windowMs: spends.until - at,
  });
  return points === 1 ? proof : "bad";
}

const spentKey = (nonce: string) => `form_challenge:${nonce}`;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
