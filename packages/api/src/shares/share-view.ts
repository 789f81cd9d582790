// The only way a share leaves for its owner: when it was opened and by what kind of device, and what they
// wanted to remember of it; never what it holds or which link opens it. The server knows neither.
import type { ShareRow } from "@studydesk/db/shares/share-queries";
import { fullName } from "@studydesk/domain/leads/full-name";
import { type NoteHome, noteHomeOf } from "@studydesk/domain/notes/note-home";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import type { ShareDevice } from "@studydesk/domain/shares/open-share-answer";
import { type ShareMemo, shareMemoSchema } from "@studydesk/domain/shares/share-memo";
import {
  type ShareEnding,
  type ShareEventKind,
  type ShareState,
  shareStateOf,
} from "@studydesk/domain/shares/share-state";
import type { NoteKeyring } from "../notes/note-keyring";
import { openAtRest, type SealPlace } from "../notes/seal-at-rest";

export interface ShareEventView {
  at: string;
  kind: ShareEventKind;
  device: ShareDevice | null;
}

/** How it stands, for its owner and for the admins who look after a site. */
export interface ShareStanding {
  id: number;
  home: NoteHome;
  /** The person's name or the study's title. Null: erased, or not the viewer's to see any more. */
  homeTitle: string | null;
  /** Null: it is on a study. */
  siteName: string | null;
  state: ShareState;
  views: number;
  maxViews: number;
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  revokedBecause: ShareEnding | null;
}

export interface ShareView extends ShareStanding {
  /** Wrong passcodes in its whole life. */
  failures: number;
  takesReplies: boolean;
  /** Null: made before there were any, or damaged. */
  memo: ShareMemo | null;
  /** Newest first. */
  events: ShareEventView[];
}

export interface ShareReader {
  keys: NoteKeyring;
  viewer: Viewer;
  now: Date;
}

/** For the owner alone. */
export function toShareView(
  { keys, viewer, now }: ShareReader,
  share: ShareRow,
  events: readonly { at: string; kind: ShareEventKind; device: ShareDevice | null }[],
): ShareView {
  return {
    ...toShareStanding(share, siteIdsOf(viewer), now),
    failures: share.failures,
    takesReplies: share.takesReplies,
    memo: openMemo(keys, share),
    events: events.map(({ at, kind, device }) => ({ at, kind, device })),
  };
}

/** `siteIds`: those whose leads the viewer may see. */
export function toShareStanding(
  share: ShareRow,
  siteIds: readonly number[],
  now: Date,
): ShareStanding {
  return {
    id: share.id,
    home: noteHomeOf(share),
    homeTitle: homeTitleOf(share, siteIds),
    siteName: share.siteName,
    state: shareStateOf(share, now.toISOString()),
    views: share.views,
    maxViews: share.maxViews,
    createdAt: share.createdAt,
    expiresAt: share.expiresAt,
    revokedAt: share.revokedAt,
    revokedBecause: share.revokedBecause,
  };
}

export function memoPlaceOf({ id, ownerId }: { id: number; ownerId: string }): SealPlace {
  return { table: "shares.memo", rowId: id, authorId: ownerId };
}

function homeTitleOf(share: ShareRow, siteIds: readonly number[]): string | null {
  const { siteId, firstName, lastName } = share;
  if (siteId === null || firstName === null || lastName === null) return share.studyTitle;
  if (share.leadErasedAt !== null || !siteIds.includes(siteId)) return null;
  return fullName({ firstName, lastName });
}

/** A share is looked after and ended without it, too. */
export function openMemo(
  keys: NoteKeyring,
  share: Pick<ShareRow, "id" | "ownerId" | "sealedMemo">,
): ShareMemo | null {
  if (share.sealedMemo === null) return null;
  try {
    return shareMemoSchema.parse(
      JSON.parse(openAtRest(keys, memoPlaceOf(share), share.sealedMemo)),
    );
  } catch {
    return null;
  }
}
