// A download can be read as slowly as its reader likes: it ends, broken off and not as if it were whole, once
// they are signed out or have lost a site that it was begun with.
import { DomainError } from "@studydesk/domain/errors";
import { siteIdsOfTransfers } from "@studydesk/domain/imports/import-policy";
import type { Viewer } from "@studydesk/domain/people/viewer";

/**
 * `readViewer` says who it is by now, `siteIdsFor` which sites this kind of file takes. Throws unauthenticated in the middle of the
 * pieces.
 */
export async function* whileAllowed<Piece>(
  begunBy: Viewer,
  readViewer: () => Promise<Viewer | undefined>,
  pieces: AsyncIterable<Piece>,
  siteIdsFor: (viewer: Viewer) => number[] = siteIdsOfTransfers,
): AsyncGenerator<Piece> {
  const begunWith = siteIdsFor(begunBy);
  for await (const piece of pieces) {
    const viewer = await readViewer();
    const left = viewer ? siteIdsFor(viewer) : [];
    if (begunWith.some((siteId) => !left.includes(siteId))) {
      throw new DomainError(
        "unauthenticated",
        "You may not take these leads out any more. Sign in, and look at the list again.",
      );
    }
    yield piece;
  }
}
