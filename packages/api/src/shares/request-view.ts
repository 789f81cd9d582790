// The only way a request for a note leaves: how it stands and, for its owner, what they called it; never what it
// asks for. The server does not know that.
import type { Row } from "@studydesk/db/schema";
import type { OwnRequestRow } from "@studydesk/db/shares/note-request-queries";
import { fullName } from "@studydesk/domain/leads/full-name";
import { type NoteHome, noteHomeOf } from "@studydesk/domain/notes/note-home";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import type { RequestEnd } from "@studydesk/domain/shares/reply-answer";
import { z } from "zod";
import type { NoteKeyring } from "../notes/note-keyring";
import { openAtRest, type SealPlace } from "../notes/seal-at-rest";

/** How it stands, for its owner and for the admins who look after a site. */
export interface RequestStanding {
  id: number;
  home: NoteHome;
  /** The person's name or the study's title. Null: erased, or not the viewer's to see any more. */
  homeTitle: string | null;
  state: "active" | RequestEnd;
  maxNotes: number;
  received: number;
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  revokedBecause: Row<"noteRequests">["revokedBecause"];
}

export interface RequestView extends RequestStanding {
  /** Null: damaged, or about somebody who was erased. */
  label: string | null;
}

export function toRequestView(
  { keys, viewer, now }: { keys: NoteKeyring; viewer: Viewer; now: Date },
  row: OwnRequestRow,
): RequestView {
  return {
    ...toRequestStanding(row, siteIdsOf(viewer), now),
    label: openLabel(keys, row, row.sealedLabel),
  };
}

/** `siteIds`: those whose leads the viewer may see. */
export function toRequestStanding(
  row: OwnRequestRow,
  siteIds: readonly number[],
  now: Date,
): RequestStanding {
  const { id, maxNotes, received, createdAt, expiresAt, revokedAt, revokedBecause } = row;
  return {
    id,
    home: noteHomeOf(row),
    homeTitle: row.leadErasedAt === null ? titleOfHome(row, siteIds) : null,
    state: requestEndOf(row, now.toISOString()) ?? "active",
    ...{ maxNotes, received, createdAt, expiresAt, revokedAt, revokedBecause },
  };
}

/** Undefined while it takes notes. Of several reasons the one that somebody chose comes first. */
export function requestEndOf(
  request: { revokedAt: string | null; expiresAt: string; received: number; maxNotes: number },
  now: string,
): RequestEnd | undefined {
  if (request.revokedAt !== null) return "revoked";
  if (request.expiresAt <= now) return "expired";
  return request.received >= request.maxNotes ? "enough" : undefined;
}

/** Null: of a site that is none of `siteIds`. */
export function titleOfHome(
  row: {
    siteId: number | null;
    firstName: string | null;
    lastName: string | null;
    studyTitle: string | null;
  },
  siteIds: readonly number[],
): string | null {
  const { siteId, firstName, lastName } = row;
  if (siteId === null || firstName === null || lastName === null) return row.studyTitle;
  return siteIds.includes(siteId) ? fullName({ firstName, lastName }) : null;
}

export function labelPlaceOf({ id, ownerId }: { id: number; ownerId: string }): SealPlace {
  return { table: "noteRequests.label", rowId: id, authorId: ownerId };
}

/** A request is looked after and ended without its label, too. */
export function openLabel(
  keys: NoteKeyring,
  request: { id: number; ownerId: string },
  sealed: string | null,
): string | null {
  if (sealed === null) return null;
  try {
    return openAtRest(keys, labelPlaceOf(request), sealed);
  } catch {
    return null;
  }
}

export function readPublicKeys(request: { publicKeys: string }): string[] {
  return z.array(z.string()).parse(JSON.parse(request.publicKeys));
}
