// A download can be read as slowly as its reader likes: it ends, broken off and not as if it were whole, once
// they are signed out or have lost a site that it was begun with.
import { DomainError } from "@studydesk/domain/errors";
import { siteIdsOfTransfers } from "@studydesk/domain/imports/import-policy";
import type { Viewer } from "@studydesk/domain/people/viewer";

/** `readViewer` says who it is by now. Throws unauthenticated in the middle of the pieces. */
export async function* whileAllowed<Piece>(
  begunBy: Viewer,
  readViewer: () => Promise<Viewer | undefined>,
  pieces: AsyncIterable<Piece>,
): AsyncGenerator<Piece> {
  const begunWith = siteIdsOfTransfers(begunBy);
  for await (const piece of pieces) {
    const viewer = await readViewer();
    const left = viewer ? siteIdsOfTransfers(viewer) : [];
    if (begunWith.some((siteId) => !left.includes(siteId))) {
      throw new DomainError(
        "unauthenticated",
        "You may not take these leads out any more. Sign in, and look at the list again.",
      );
    }
    yield piece;
  }
}
