// Keeps what the author's browser sealed. The link's secret and the passcode never come here; what
// comes is kept as digests, except the ciphertext itself.
import { type Db, inTransaction } from "@studydesk/db/open-database";
import {
  addShare,
  findSameShare,
  findShare,
  listOwnNoteHomes,
  type ShareRow,
  setShareMemo,
} from "@studydesk/db/shares/share-queries";
import { DomainError, notFound } from "@studydesk/domain/errors";
import { homeColumns } from "@studydesk/domain/notes/note-home";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { CreateShareInput } from "@studydesk/domain/shares/share-inputs";
import type { Deps } from "../deps";
import { sealAtRest } from "../notes/seal-at-rest";
import { recordShareChange } from "./record-share-change";
import { refuseTakenId } from "./refuse-taken-id";
import { digestOf } from "./share-digests";
import { memoPlaceOf, type ShareView, toShareView } from "./share-view";
import { siteOfHome } from "./site-of-home";

const dayMs = 24 * 60 * 60 * 1000;

/** Asked for again with the same sealed content (the answer was lost), it gives the share that is there. */
export async function createShare(
  deps: Pick<Deps, "db" | "now" | "noteKeys" | "live">,
  viewer: Viewer,
  input: CreateShareInput,
): Promise<ShareView> {
  const now = deps.now();
  const at = now.toISOString();
  const share = await refuseTakenId(() =>
    inTransaction(deps.db, async (trx) => {
      const siteId = await siteOfHome(trx, viewer, input.home);
      const digests = { idSha256: digestOf(input.id), authKeySha256: digestOf(input.authKey) };
      const same = await findSameShare(trx, viewer.userId, digests);
      if (same) return same;
      await refuseOtherNotes(trx, viewer, input);
      const expiresAt = new Date(now.getTime() + input.expiresInDays * dayMs).toISOString();
      const id = await addShare(trx, {
        ...digests,
        linkProofSha256: digestOf(input.linkProof),
        iv: input.iv,
        ciphertext: input.ciphertext,
        ownerId: viewer.userId,
        ...homeColumns(input.home),
        createdAt: at,
        expiresAt,
        maxViews: input.maxViews,
        revokedAt: null,
        revokedBecause: null,
        revokeSha256: null,
        takesReplies: input.takesReplies ? 1 : 0,
      });
      const share = { id, siteId, ownerId: viewer.userId };
      const memo = JSON.stringify(input.memo);
      await setShareMemo(trx, id, sealAtRest(deps.noteKeys, memoPlaceOf(share), memo));
      await recordShareChange(trx, share, {
        at,
        actorId: viewer.userId,
        action: "share.created",
        details: { ...input.home, expiresAt, maxViews: input.maxViews },
      });
      return mustFind(trx, viewer, id);
    }),
  );
  deps.live.announce();
  return toShareView({ keys: deps.noteKeys, viewer, now }, share, []);
}

/** Notes of others, or of another lead than the share's: the browser that asks so is not ours. */
async function refuseOtherNotes(
  trx: Db,
  viewer: Viewer,
  { home, memo }: CreateShareInput,
): Promise<void> {
  const noteIds = new Set(memo.noteIds);
  const own = await listOwnNoteHomes(trx, viewer.userId, [...noteIds]);
  if (own.length !== noteIds.size) throw notFound("note");
  const { leadId: sharedLead } = homeColumns(home);
  if (own.every(({ leadId }) => leadId === null || leadId === sharedLead)) return;
  throw new DomainError(
    "rule_broken",
    "A share holds notes of one person at most, so that nothing of another goes along. Share the others apart.",
    { reason: "several_leads" },
  );
}

async function mustFind(trx: Db, viewer: Viewer, id: number): Promise<ShareRow> {
  const share = await findShare(trx, viewer.userId, id);
  if (!share) throw notFound("share");
  return share;
}
