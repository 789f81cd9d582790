// Its owner ends a share: from this commit on nobody opens it, whoever has link and passcode.
import { inTransaction } from "@studydesk/db/open-database";
import {
  addShareEvent,
  findShare,
  listShareEvents,
  revokeShare,
} from "@studydesk/db/shares/share-queries";
import { notFound } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { RevokeShareInput } from "@studydesk/domain/shares/share-inputs";
import type { Deps } from "../deps";
import { recordShareChange } from "./record-share-change";
import { type ShareView, toShareView } from "./share-view";

/** Revoking what is revoked already changes nothing and is no error. */
export async function revokeOwnShare(
  deps: Pick<Deps, "db" | "now" | "noteKeys" | "live">,
  viewer: Viewer,
  input: RevokeShareInput,
): Promise<ShareView> {
  const now = deps.now();
  const at = now.toISOString();
  const view = await inTransaction(deps.db, async (trx) => {
    const found = await findShare(trx, viewer.userId, input.shareId);
    if (!found) throw notFound("share");
    if (await revokeShare(trx, found.id, at, input.reason)) {
      await addShareEvent(trx, {
        shareId: found.id,
        at,
        kind: "revoked",
        nonceSha256: null,
        device: null,
      });
      await recordShareChange(trx, found, {
        at,
        actorId: viewer.userId,
        action: "share.revoked",
        details: { because: input.reason },
      });
    }
    const share = (await findShare(trx, viewer.userId, found.id)) ?? found;
    const reader = { keys: deps.noteKeys, viewer, now };
    return toShareView(reader, share, await listShareEvents(trx, [share.id]));
  });
  deps.live.announce();
  return view;
}
