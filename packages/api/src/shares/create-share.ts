// Keeps what the author's browser sealed. The link's secret and the passcode never come here; what
// comes is kept as digests, except the ciphertext itself.
import { isUniqueViolation } from "@studydesk/db/dialect";
import { findLead, holdLead } from "@studydesk/db/leads/lead-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import {
  addShare,
  findSameShare,
  findShare,
  type ShareRow,
} from "@studydesk/db/shares/share-queries";
import { DomainError, notFound } from "@studydesk/domain/errors";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import type { CreateShareInput } from "@studydesk/domain/shares/share-inputs";
import type { Deps } from "../deps";
import { refuseErased } from "../leads/save-lead";
import { recordChange } from "../record-change";
import { digestOf } from "./share-digests";
import { type ShareView, toShareView } from "./share-view";

const dayMs = 24 * 60 * 60 * 1000;

/** Asked for again with the same sealed content (the answer was lost), it gives the share that is there. */
export async function createShare(
  deps: Deps,
  viewer: Viewer,
  input: CreateShareInput,
): Promise<ShareView> {
  const now = deps.now();
  const at = now.toISOString();
  const share = await refuseTakenId(() =>
    inTransaction(deps.db, async (trx) => {
      // An erasure under way is waited for, or what was sealed would outlive it.
      await holdLead(trx, input.leadId);
      const lead = await findLead(trx, siteIdsOf(viewer), input.leadId);
      if (!lead) throw notFound("lead");
      refuseErased(lead);
      const digests = { idSha256: digestOf(input.id), authKeySha256: digestOf(input.authKey) };
      const same = await findSameShare(trx, viewer.userId, digests);
      if (same) return same;
      const expiresAt = new Date(now.getTime() + input.expiresInDays * dayMs).toISOString();
      const id = await addShare(trx, {
        ...digests,
        linkProofSha256: digestOf(input.linkProof),
        iv: input.iv,
        ciphertext: input.ciphertext,
        ownerId: viewer.userId,
        leadId: lead.id,
        createdAt: at,
        expiresAt,
        maxViews: input.maxViews,
        revokedAt: null,
        revokedBecause: null,
        revokeSha256: null,
      });
      await recordChange(trx, {
        at,
        actorId: viewer.userId,
        action: "share.created",
        subject: "share",
        subjectId: String(id),
        siteId: lead.siteId,
        details: { leadId: lead.id, expiresAt, maxViews: input.maxViews },
      });
      return mustFind(trx, viewer, id);
    }),
  );
  deps.live.announce();
  return toShareView(share, [], now);
}

async function mustFind(trx: Db, viewer: Viewer, id: number): Promise<ShareRow> {
  const share = await findShare(trx, viewer.userId, id);
  if (!share) throw notFound("share");
  return share;
}

async function refuseTakenId<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new DomainError(
      "conflict",
      "This share was not kept, since its address is taken. Make the link again: it gets another.",
      { reason: "id_taken" },
    );
  }
}
