// Private notes: the author stands in every WHERE, and so do the sites the author still works at.
// What is stored here was sealed before; no query reads or searches the text.
import type { Db } from "../open-database";
import type { Row } from "../schema";
import { isWithin } from "../sites/is-within";

export type NoteRecord = Row<"notes"> & { siteId: number };

/** Who asks for notes, and where they may. */
export interface NoteReader {
  authorId: string;
  siteIds: readonly number[];
}

/** Newest first. */
export async function listNotes(db: Db, reader: NoteReader, leadId: number): Promise<NoteRecord[]> {
  return selectNotes(db, reader)
    .where("notes.leadId", "=", leadId)
    .orderBy("notes.id", "desc")
    .execute();
}

/** On all leads, newest first. */
export async function listNewestNotesOf(
  db: Db,
  reader: NoteReader,
  limit: number,
): Promise<NoteRecord[]> {
  return selectNotes(db, reader).orderBy("notes.id", "desc").limit(limit).execute();
}

/** Undefined: there is none, or it is somebody else's. */
export async function findNote(
  db: Db,
  reader: NoteReader,
  id: number,
): Promise<NoteRecord | undefined> {
  return selectNotes(db, reader).where("notes.id", "=", id).executeTakeFirst();
}

function selectNotes(db: Db, { authorId, siteIds }: NoteReader) {
  return db
    .selectFrom("notes")
    .innerJoin("leads", "leads.id", "notes.leadId")
    .selectAll("notes")
    .select("leads.siteId")
    .where("notes.authorId", "=", authorId)
    .where(isWithin("leads.siteId", siteIds));
}

/** A note's seal is bound to its id, which exists only now: `seal` is given it, in the same transaction. */
export async function addNote(
  trx: Db,
  note: { authorId: string; leadId: number; at: string },
  seal: (id: number) => string,
): Promise<Row<"notes">> {
  const { at, ...row } = note;
  const { id } = await trx
    .insertInto("notes")
    .values({ ...row, sealedBody: "", createdAt: at, updatedAt: at })
    .returning("id")
    .executeTakeFirstOrThrow();
  return trx
    .updateTable("notes")
    .set({ sealedBody: seal(id) })
    .where("id", "=", id)
    .where("authorId", "=", note.authorId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

interface NoteVersion {
  id: number;
  authorId: string;
  version: number;
}

/** False: another version is there by now, and nothing was written. */
export async function updateNote(
  trx: Db,
  note: NoteVersion & { sealedBody: string; at: string },
): Promise<boolean> {
  const result = await trx
    .updateTable("notes")
    .set({ sealedBody: note.sealedBody, updatedAt: note.at, version: note.version + 1 })
    .where("id", "=", note.id)
    .where("authorId", "=", note.authorId)
    .where("version", "=", note.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** False: another version is there by now, and nothing was deleted. */
export async function deleteNote(trx: Db, note: NoteVersion): Promise<boolean> {
  const result = await trx
    .deleteFrom("notes")
    .where("id", "=", note.id)
    .where("authorId", "=", note.authorId)
    .where("version", "=", note.version)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** Of whoever wrote them, still sealed: for checking the secret at the start, and shown to nobody. */
export async function listNewestNotes(db: Db, limit: number): Promise<Row<"notes">[]> {
  return db.selectFrom("notes").selectAll().orderBy("id", "desc").limit(limit).execute();
}
