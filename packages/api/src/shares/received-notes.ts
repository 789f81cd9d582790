// What came from outside and waits for one of the viewer's browsers to open it; the server cannot.
import { type Db, inTransaction } from "@studydesk/db/open-database";
import {
  countReceivedNotes,
  deleteReceivedNote,
  findReceivedNote,
  listReceivedNotes,
  type ReceivedReader,
  type ReceivedRow,
} from "@studydesk/db/shares/received-note-queries";
import { notFound } from "@studydesk/domain/errors";
import { type NoteHome, noteHomeOf } from "@studydesk/domain/notes/note-home";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import type { DeleteReceivedInput, ListReceivedInput } from "@studydesk/domain/shares/reply-inputs";
import type { Deps } from "../deps";
import type { NoteKeyring } from "../notes/note-keyring";
import { tellOfShare } from "./record-share-change";
import { openLabel, titleOfHome } from "./request-view";
import { openMemo } from "./share-view";

export interface ReceivedNoteView {
  id: number;
  home: NoteHome;
  homeTitle: string | null;
  from: "share" | "request";
  /** Of the share or the request. */
  sourceId: number;
  /** As its owner called the share or the request; null when they did not. */
  label: string | null;
  receivedAt: string;
  sealed: string;
  /** What the seal is bound to, for the browser to check: SHA-256 of the link's id. */
  idSha256: string;
}

const pageSize = 50;

export function receivedReaderOf(viewer: Viewer): ReceivedReader {
  return { ownerId: viewer.userId, siteIds: siteIdsOf(viewer) };
}

export async function readReceivedNotes(
  { db, noteKeys }: Pick<Deps, "db" | "noteKeys">,
  viewer: Viewer,
  { leadId, studyId, cursor }: ListReceivedInput,
): Promise<{ rows: ReceivedNoteView[]; nextCursor: number | null }> {
  const found = await listReceivedNotes(db, receivedReaderOf(viewer), {
    ...{ leadId, studyId },
    beforeId: cursor ?? undefined,
    limit: pageSize + 1,
  });
  const rows = found.slice(0, pageSize);
  return {
    rows: rows.map((row) => toView(noteKeys, viewer, row)),
    nextCursor: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null,
  };
}

export async function countReceived(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
): Promise<{ count: number }> {
  return { count: await countReceivedNotes(db, receivedReaderOf(viewer)) };
}

/** Unread: for what no browser opens any more, or what nobody wants. */
export async function removeReceivedNote(
  { db, live, now }: Pick<Deps, "db" | "live" | "now">,
  viewer: Viewer,
  { receivedId }: DeleteReceivedInput,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const received = await findReceivedNote(trx, receivedReaderOf(viewer), receivedId);
    if (!received || !(await deleteReceivedNote(trx, received))) throw notFound("note");
    await tellOfReceived(trx, received, now().toISOString());
  });
  live.announce();
}

/** The owner's other windows list it no longer. */
export async function tellOfReceived(
  trx: Db,
  { ownerId, siteId, shareId, requestId }: ReceivedRow,
  at: string,
): Promise<void> {
  const id = shareId ?? requestId;
  if (id !== null) await tellOfShare(trx, { id, siteId, ownerId }, { at, byUserId: ownerId });
}

function toView(keys: NoteKeyring, viewer: Viewer, row: ReceivedRow): ReceivedNoteView {
  const { id, ownerId, shareId, requestId, sealed, receivedAt } = row;
  const shared = {
    ...{ id, sealed, receivedAt },
    home: noteHomeOf(row),
    homeTitle: titleOfHome(row, siteIdsOf(viewer)),
  };
  if (requestId !== null && row.requestSha256 !== null) {
    return {
      ...shared,
      from: "request",
      sourceId: requestId,
      label: openLabel(keys, { id: requestId, ownerId }, row.sealedLabel) || null,
      idSha256: base64urlOf(row.requestSha256),
    };
  }
  if (shareId === null || row.shareSha256 === null) throw new Error(`Nobody asked for note ${id}`);
  const memo = openMemo(keys, { id: shareId, ownerId, sealedMemo: row.sealedMemo });
  return {
    ...shared,
    from: "share",
    sourceId: shareId,
    label: memo?.label || null,
    idSha256: base64urlOf(row.shareSha256),
  };
}

function base64urlOf(hex: string): string {
  return Buffer.from(hex, "hex").toString("base64url");
}
