// Keeps the public half of the key that one browser of the viewer made. The private half never leaves it.
import { inTransaction } from "@studydesk/db/open-database";
import {
  deleteReplyKeysExcept,
  keepReplyKey,
  listReplyKeys,
} from "@studydesk/db/shares/reply-key-queries";
import { DomainError } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { mostReplyKeys } from "@studydesk/domain/shares/reply-answer";
import type { RegisterReplyKeyInput } from "@studydesk/domain/shares/reply-inputs";
import type { Deps } from "../deps";

export interface ReplyKeys {
  publicKeys: string[];
  /** The same keys, with the browsers that hold the other halves, as these told of themselves. */
  browsers: { publicKey: string; browser: string; usedAt: string }[];
}

/** All that the viewer's shares and requests are to be answered to, this browser's first. */
export async function registerReplyKey(
  { db, now }: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  { publicKey, browser }: RegisterReplyKeyInput,
): Promise<ReplyKeys> {
  const ownerId = viewer.userId;
  return inTransaction(db, async (trx) => {
    const key = { ownerId, publicKey, browser, at: now().toISOString() };
    if (!(await keepReplyKey(trx, key))) {
      throw new DomainError(
        "conflict",
        "This browser's key for replies belongs to another account. Ask for a reply from a browser profile of your own.",
        { reason: "key_taken" },
      );
    }
    const keys = await listReplyKeys(trx, ownerId, mostReplyKeys);
    await deleteReplyKeysExcept(
      trx,
      ownerId,
      keys.map(({ id }) => id),
    );
    return {
      publicKeys: keys.map((each) => each.publicKey),
      browsers: keys.map(({ publicKey, browser, usedAt }) => ({ publicKey, browser, usedAt })),
    };
  });
}
