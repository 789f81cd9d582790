// Private notes: the author stands in every WHERE, and so does that they may still see the lead or the study
// that the note hangs on. What is stored here was sealed before; no query reads or searches the text.
import { homeColumns, type NoteHome } from "@studydesk/domain/notes/note-home";
import type { NoteOrigin } from "@studydesk/domain/notes/note-origin";
import type { SiteScope } from "@studydesk/domain/people/viewer";
import { isAmong } from "../dialect";
import type { Db } from "../open-database";
import type { Row } from "../schema";
import { isWithin } from "../sites/is-within";

/** Of a note on a study no site. */
export type NoteRecord = Row<"notes"> & { siteId: number | null };

/** Who asks for notes, and where they may. */
export interface NoteReader {
  authorId: string;
  siteIds: readonly number[];
  /** The sites whose studies they may open. */
  studies: SiteScope;
}

/** Pinned ones first, then the newest. */
export async function listNotes(db: Db, reader: NoteReader, home: NoteHome): Promise<NoteRecord[]> {
  return selectNotes(db, reader)
    .$if("leadId" in home, (q) => q.where("notes.leadId", "=", homeColumns(home).leadId))
    .$if("studyId" in home, (q) => q.where("notes.studyId", "=", homeColumns(home).studyId))
    .orderBy((eb) => eb.case().when("notes.pinnedAt", "is", null).then(1).else(0).end())
    .orderBy("notes.id", "desc")
    .execute();
}

/** Of these, those that the reader may still see, newest first. */
export async function listNotesById(
  db: Db,
  reader: NoteReader,
  ids: readonly number[],
): Promise<NoteRecord[]> {
  return selectNotes(db, reader)
    .where(isAmong(db, "notes.id", ids))
    .orderBy("notes.id", "desc")
    .execute();
}

/** Also those that a reader may not see at the moment. */
export async function countNotesOn(db: Db, authorId: string, home: NoteHome): Promise<number> {
  const { leadId, studyId } = homeColumns(home);
  const { count } = await db
    .selectFrom("notes")
    .select((eb) => eb.fn.countAll<number | string>().as("count"))
    .where("authorId", "=", authorId)
    .$if(leadId !== null, (q) => q.where("leadId", "=", leadId))
    .$if(studyId !== null, (q) => q.where("studyId", "=", studyId))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Wherever they hang, newest first. */
export async function listNewestNotesOf(
  db: Db,
  reader: NoteReader,
  { limit, beforeId }: { limit: number; beforeId?: number | undefined },
): Promise<NoteRecord[]> {
  return selectNotes(db, reader)
    .$if(beforeId !== undefined, (q) => q.where("notes.id", "<", beforeId ?? 0))
    .orderBy("notes.id", "desc")
    .limit(limit)
    .execute();
}

/** Undefined: there is none, or it is somebody else's. */
export async function findNote(
  db: Db,
  reader: NoteReader,
  id: number,
): Promise<NoteRecord | undefined> {
  return selectNotes(db, reader).where("notes.id", "=", id).executeTakeFirst();
}

function selectNotes(db: Db, { authorId, siteIds, studies }: NoteReader) {
  return db
    .selectFrom("notes")
    .leftJoin("leads", "leads.id", "notes.leadId")
    .selectAll("notes")
    .select("leads.siteId")
    .where("notes.authorId", "=", authorId)
    .where((eb) =>
      eb.or([
        eb.and([eb("notes.leadId", "is not", null), isWithin("leads.siteId", siteIds)]),
        eb.and([
          eb("notes.studyId", "is not", null),
          studies === "all"
            ? eb.lit(true)
            : eb(
                "notes.studyId",
                "in",
                eb
                  .selectFrom("studySites")
                  .select("studySites.studyId")
                  .where(isWithin("studySites.siteId", studies)),
              ),
        ]),
      ]),
    );
}

export interface NoteSeals {
  sealedBody: string;
  sealedAnchor: string | null;
  sealedTags: string | null;
}

/** A note's seals are bound to its id, which exists only now: `seal` is given it, in the same transaction. */
export async function addNote(
  trx: Db,
  note: { authorId: string; home: NoteHome; origin: NoteOrigin; at: string },
  seal: (id: number) => NoteSeals,
): Promise<Row<"notes">> {
  const { at, authorId, home, origin } = note;
  const row = { authorId, origin, ...homeColumns(home), sealedBody: "" };
  const { id } = await trx
    .insertInto("notes")
    .values({ ...row, createdAt: at, updatedAt: at })
    .returning("id")
    .executeTakeFirstOrThrow();
  return trx
    .updateTable("notes")
    .set(seal(id))
    .where("id", "=", id)
    .where("authorId", "=", authorId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

interface NoteVersion {
  id: number;
  authorId: string;
  version: number;
}

/**
 * From here on nobody else writes to it: a merge would seal it anew for another lead, and what was sealed for the
 * lead that it was on would never open there. On either engine a write that changes nothing holds the row.
 */
export async function holdNote(
  trx: Db,
  { id, authorId }: Pick<NoteVersion, "id" | "authorId">,
): Promise<void> {
  await trx
    .updateTable("notes")
    .set((eb) => ({ version: eb.ref("version") }))
    .where("id", "=", id)
    .where("authorId", "=", authorId)
    .execute();
}

/** False: another version is there by now, and nothing was written. */
export async function updateNote(
  trx: Db,
  { id, authorId, version }: NoteVersion,
  changes: Partial<NoteSeals> & { updatedAt: string },
): Promise<boolean> {
  const result = await trx
    .updateTable("notes")
    .set({ ...changes, version: version + 1 })
    .where("id", "=", id)
    .where("authorId", "=", authorId)
    .where("version", "=", version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Where it stands in the list is no new version of what it says. */
export async function setPinned(
  trx: Db,
  { id, authorId }: Pick<NoteVersion, "id" | "authorId">,
  pinnedAt: string | null,
): Promise<void> {
  await trx
    .updateTable("notes")
    .set({ pinnedAt })
    .where("id", "=", id)
    .where("authorId", "=", authorId)
    .execute();
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
