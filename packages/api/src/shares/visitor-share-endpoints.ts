// Sealed notes of people without an account: kept for a week at most, looked after with a key that only
// the device holds which made them. Nobody of the team sees them, and no audit row tells of them.
import { isUniqueViolation } from "@studydesk/db/dialect";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import {
  addShare,
  addShareEvent,
  listShareEvents,
  revokeShare,
} from "@studydesk/db/shares/share-queries";
import {
  emptyShare,
  findVisitorShare,
  type VisitorShareRow,
} from "@studydesk/db/shares/visitor-share-queries";
import {
  type MakeVisitorShareInput,
  makeVisitorShareInput,
  ownVisitorShareInput,
} from "@studydesk/domain/shares/share-inputs";
import { shareStateOf } from "@studydesk/domain/shares/share-state";
import type { VisitorShareAnswer } from "@studydesk/domain/shares/visitor-share";
import type { Deps } from "../deps";
import { type Limit, waitOf } from "../rate-limits";
import { digestOf, isSameDigest } from "./share-digests";

const dayMs = 24 * 60 * 60 * 1000;

/** A clinic's waiting room shares one network. */
export const visitorSharesPerNetwork: Limit = {
  name: "visitor-shares",
  most: 10,
  windowSeconds: 60 * 60,
};
/** From everywhere: with the size of a share it bounds what strangers can fill the disk with. */
export const visitorSharesInAll: Limit = {
  name: "visitor-shares-in-all",
  most: 300,
  windowSeconds: 24 * 60 * 60,
};

/** Asked for again with the same sealed content (the answer was lost), it tells of the share that is there. */
export async function makeVisitorShare(
  deps: Deps,
  request: { body: unknown; network: string },
): Promise<VisitorShareAnswer> {
  const parsed = makeVisitorShareInput.safeParse(request.body);
  if (!parsed.success) return malformed;
  const input = parsed.data;
  const taken = await answerForTakenId(deps, input);
  if (taken) return taken;
  try {
    await deps.limits.use(visitorSharesPerNetwork, request.network);
    await deps.limits.use(visitorSharesInAll, "all");
  } catch (error) {
    return { status: 429, body: { reason: "throttled", retryAfterSeconds: waitOf(error) } };
  }
  try {
    await keep(deps, input);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
  return (await answerForTakenId(deps, input)) ?? noMatch;
}

/** How a share stands, for the device that made it. */
export async function readVisitorShare(deps: Deps, body: unknown): Promise<VisitorShareAnswer> {
  const parsed = ownVisitorShareInput.safeParse(body);
  if (!parsed.success) return malformed;
  const share = await findOwn(deps.db, parsed.data);
  return share ? toAnswer(deps, deps.db, share) : noMatch;
}

/** From this commit on nobody opens it, and what it held is gone. Doing it twice is no error. */
export async function revokeVisitorShare(deps: Deps, body: unknown): Promise<VisitorShareAnswer> {
  const parsed = ownVisitorShareInput.safeParse(body);
  if (!parsed.success) return malformed;
  const at = deps.now().toISOString();
  return inTransaction(deps.db, async (trx) => {
    const share = await findOwn(trx, parsed.data);
    if (!share) return noMatch;
    if (await revokeShare(trx, share.id, at, "owner")) {
      const event = { shareId: share.id, at, nonceSha256: null, device: null };
      await addShareEvent(trx, { ...event, kind: "revoked" });
    }
    await emptyShare(trx, share.id);
    return toAnswer(deps, trx, (await findOwn(trx, parsed.data)) ?? share);
  });
}

async function keep(deps: Deps, input: MakeVisitorShareInput): Promise<void> {
  const now = deps.now();
  await addShare(deps.db, {
    idSha256: digestOf(input.id),
    linkProofSha256: digestOf(input.linkProof),
    authKeySha256: digestOf(input.authKey),
    revokeSha256: digestOf(input.revokeKey),
    iv: input.iv,
    ciphertext: input.ciphertext,
    ownerId: null,
    leadId: null,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + input.expiresInDays * dayMs).toISOString(),
    maxViews: input.maxViews,
    revokedAt: null,
    revokedBecause: null,
  });
}

async function answerForTakenId(
  deps: Deps,
  input: MakeVisitorShareInput,
): Promise<VisitorShareAnswer | undefined> {
  const share = await findVisitorShare(deps.db, digestOf(input.id));
  if (!share) return undefined;
  const isSame =
    isSameDigest(digestOf(input.revokeKey), share.revokeSha256) &&
    isSameDigest(digestOf(input.authKey), share.authKeySha256);
  return isSame ? toAnswer(deps, deps.db, share) : { status: 409, body: { reason: "id_taken" } };
}

async function findOwn(
  db: Db,
  { id, revokeKey }: { id: string; revokeKey: string },
): Promise<VisitorShareRow | undefined> {
  const share = await findVisitorShare(db, digestOf(id));
  return isSameDigest(digestOf(revokeKey), share?.revokeSha256) ? share : undefined;
}

async function toAnswer(deps: Deps, db: Db, share: VisitorShareRow): Promise<VisitorShareAnswer> {
  const events = await listShareEvents(db, [share.id]);
  return {
    status: 200,
    body: {
      state: shareStateOf(share, deps.now().toISOString()),
      views: share.views,
      maxViews: share.maxViews,
      failures: share.failures,
      expiresAt: share.expiresAt,
      lastOpenedAt: events.find(({ kind }) => kind === "opened")?.at ?? null,
    },
  };
}

const malformed: VisitorShareAnswer = { status: 400, body: { reason: "malformed" } };
const noMatch: VisitorShareAnswer = { status: 404, body: { reason: "no_match" } };
