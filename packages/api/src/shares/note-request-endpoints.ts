// What somebody outside does with a request's link: look at what is asked for, and send a note back. Outwardly
// an unknown id and a wrong link are one and the same; only who has the link learns more.
import { holdLead } from "@studydesk/db/leads/lead-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import {
  countReceived,
  findRequestDigests,
  type LockedRequest,
  lockRequest,
  readRequest,
} from "@studydesk/db/shares/note-request-queries";
import { addReceivedNote, hasReceivedWithNonce } from "@studydesk/db/shares/received-note-queries";
import type { LookAtRequestAnswer, SendNoteAnswer } from "@studydesk/domain/shares/reply-answer";
import {
  lookAtRequestInput,
  type SendNoteInput,
  sendNoteInput,
} from "@studydesk/domain/shares/reply-inputs";
import type { Deps } from "../deps";
import { type Limit, waitOf } from "../rate-limits";
import { type ReadProof, readProof, spendProof } from "../submissions/form-challenge";
import { recordRequestChange } from "./record-request-change";
import { readPublicKeys, requestEndOf } from "./request-view";
import { digestOf, digestOfNonce, isSameDigest } from "./share-digests";

export const sentNotesPerNetwork: Limit = { name: "sent-notes", most: 5, windowSeconds: 60 * 60 };
export const sentNotesPerRequest: Limit = {
  name: "sent-notes-request",
  most: 20,
  windowSeconds: 24 * 60 * 60,
};

/** Changes nothing, however often it is asked. */
export async function lookAtRequest(deps: Deps, body: unknown): Promise<LookAtRequestAnswer> {
  const parsed = lookAtRequestInput.safeParse(body);
  if (!parsed.success) return { status: 400, body: { reason: "malformed" } };
  const found = await findByLink(deps.db, parsed.data);
  if (!found) return noMatch;
  const request = await readRequest(deps.db, found.id);
  const end = requestEndOf(request, deps.now().toISOString());
  if (end) return { status: 410, body: { reason: end } };
  return {
    status: 200,
    body: {
      publicKeys: readPublicKeys(request),
      iv: request.iv,
      ciphertext: request.ciphertext,
      expiresAt: request.expiresAt,
      notesLeft: request.maxNotes - request.received,
    },
  };
}

export async function sendNote(
  deps: Deps,
  { body, network }: { body: unknown; network: string },
): Promise<SendNoteAnswer> {
  const parsed = sendNoteInput.safeParse(body);
  if (!parsed.success) return { status: 400, body: { reason: "malformed" } };
  const input = parsed.data;
  const found = await findByLink(deps.db, input);
  if (!found) return noMatch;
  const nonceSha256 = digestOfNonce(input.nonce, { kind: "request", id: found.id });
  if (await hasReceivedWithNonce(deps.db, found.id, nonceSha256)) {
    return received(await readRequest(deps.db, found.id));
  }
  const proof = await readProof(deps, input.proof);
  if (proof.proof !== "solved") return { status: 400, body: { reason: "proof" } };
  try {
    await deps.limits.use(sentNotesPerNetwork, network);
    await deps.limits.use(sentNotesPerRequest, String(found.id));
  } catch (error) {
    return { status: 429, body: { reason: "throttled", retryAfterSeconds: waitOf(error) } };
  }
  const answer = await inTransaction(deps.db, async (trx) => {
    // An erasure under way is waited for, or the note would outlive it.
    if (found.leadId !== null) await holdLead(trx, found.leadId);
    return keepSent(trx, await lockRequest(trx, found.id), { input, proof, now: deps.now() });
  });
  if (answer.status === 200) deps.live.announce();
  return answer;
}

async function keepSent(
  trx: Db,
  request: LockedRequest,
  { input, proof, now }: { input: SendNoteInput; proof: ReadProof; now: Date },
): Promise<SendNoteAnswer> {
  const at = now.toISOString();
  const nonceSha256 = digestOfNonce(input.nonce, { kind: "request", id: request.id });
  if (await hasReceivedWithNonce(trx, request.id, nonceSha256)) return received(request);
  const end = requestEndOf(request, at);
  if (end) return { status: 410, body: { reason: end } };
  if ((await spendProof(trx, proof, now)) !== "solved") {
    return { status: 400, body: { reason: "proof" } };
  }
  const { ownerId, leadId, studyId } = request;
  await addReceivedNote(trx, {
    ...{ ownerId, leadId, studyId, shareId: null, requestId: request.id },
    ...{ nonceSha256, sealed: input.sealed, receivedAt: at },
  });
  await countReceived(trx, request.id);
  const answered = request.received + 1;
  await recordRequestChange(trx, request, {
    at,
    actorId: null,
    action: "request.answered",
    details: { received: answered },
  });
  return received({ ...request, received: answered });
}

async function findByLink(db: Db, { id, linkProof }: { id: string; linkProof: string }) {
  const found = await findRequestDigests(db, digestOf(id));
  return isSameDigest(digestOf(linkProof), found?.linkProofSha256) ? found : undefined;
}

function received(request: { maxNotes: number; received: number }): SendNoteAnswer {
  const notesLeft = request.maxNotes - request.received;
  return { status: 200, body: { received: true, notesLeft } };
}

const noMatch = { status: 404, body: { reason: "no_match" } } as const;
