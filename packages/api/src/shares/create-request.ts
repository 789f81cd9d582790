// Keeps a request for a note as the viewer's browser sealed it. What comes back is sealed to the browsers whose
// keys it names, and those must be the viewer's own.
import { inTransaction } from "@studydesk/db/open-database";
import {
  addNoteRequest,
  findOwnRequest,
  findSameRequest,
} from "@studydesk/db/shares/note-request-queries";
import { listReplyKeys } from "@studydesk/db/shares/reply-key-queries";
import { DomainError, notFound } from "@studydesk/domain/errors";
import { homeColumns } from "@studydesk/domain/notes/note-home";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { mostReplyKeys } from "@studydesk/domain/shares/reply-answer";
import type { CreateRequestInput } from "@studydesk/domain/shares/reply-inputs";
import type { Deps } from "../deps";
import { getHomeToWriteOn } from "../notes/note-home-access";
import { sealAtRest } from "../notes/seal-at-rest";
import { recordRequestChange } from "./record-request-change";
import { refuseTakenId } from "./refuse-taken-id";
import { labelPlaceOf, type RequestView, toRequestView } from "./request-view";
import { digestOf } from "./share-digests";

const dayMs = 24 * 60 * 60 * 1000;

/** Asked for again with the same link (the answer was lost), it gives the request that is there. */
export async function createRequest(
  deps: Pick<Deps, "db" | "now" | "noteKeys" | "live">,
  viewer: Viewer,
  input: CreateRequestInput,
): Promise<RequestView> {
  const now = deps.now();
  const at = now.toISOString();
  const ownerId = viewer.userId;
  const row = await refuseTakenId(() =>
    inTransaction(deps.db, async (trx) => {
      const siteId = await getHomeToWriteOn(trx, viewer, input.home);
      const digests = {
        idSha256: digestOf(input.id),
        linkProofSha256: digestOf(input.linkProof),
      };
      const same = await findSameRequest(trx, ownerId, digests);
      if (same) return same;
      const own = await listReplyKeys(trx, ownerId, mostReplyKeys);
      refuseOtherKeys(input, new Set(own.map(({ publicKey }) => publicKey)));
      const expiresAt = new Date(now.getTime() + input.expiresInDays * dayMs).toISOString();
      const { iv, ciphertext, maxNotes, home, label } = input;
      const id = await addNoteRequest(
        trx,
        {
          ...digests,
          ...homeColumns(home),
          ...{ ownerId, iv, ciphertext, maxNotes, expiresAt, createdAt: at },
          publicKeys: JSON.stringify(input.publicKeys),
          revokedAt: null,
          revokedBecause: null,
        },
        (rowId) => sealAtRest(deps.noteKeys, labelPlaceOf({ id: rowId, ownerId }), label),
      );
      await recordRequestChange(
        trx,
        { id, siteId, ownerId },
        {
          at,
          actorId: ownerId,
          action: "request.created",
          details: { ...home, expiresAt, maxNotes },
        },
      );
      const added = await findOwnRequest(trx, ownerId, id);
      if (!added) throw notFound("request");
      return added;
    }),
  );
  deps.live.announce();
  return toRequestView({ keys: deps.noteKeys, viewer, now }, row);
}

function refuseOtherKeys({ publicKeys }: CreateRequestInput, own: ReadonlySet<string>): void {
  if (publicKeys.every((key) => own.has(key))) return;
  throw new DomainError(
    "rule_broken",
    "This browser is not known for replies any more. Reload the page, then make the link again.",
    { reason: "unknown_key" },
  );
}
