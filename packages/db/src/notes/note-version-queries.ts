// How notes read before they were edited, sealed as the notes are. They go with their note.
import type { Db } from "../open-database";
import type { Row } from "../schema";

export type NoteVersionSeals = Pick<Row<"noteVersions">, "sealedBody" | "sealedTags">;

/** The seals are bound to the row's id, which exists only now. */
export async function addNoteVersion(
  trx: Db,
  version: { noteId: number; version: number; at: string },
  seal: (id: number) => NoteVersionSeals,
): Promise<void> {
  const { id } = await trx
    .insertInto("noteVersions")
    .values({ ...version, sealedBody: "" })
    .returning("id")
    .executeTakeFirstOrThrow();
  await trx.updateTable("noteVersions").set(seal(id)).where("id", "=", id).execute();
}

/** More than a person edits one note; without an end an answer could grow past all measure. */
const mostVersions = 500;

/** Newest first, up to five hundred. Whose note it is was looked at before; the author stands here again. */
export async function listNoteVersions(
  db: Db,
  { id, authorId }: { id: number; authorId: string },
): Promise<Row<"noteVersions">[]> {
  return db
    .selectFrom("noteVersions")
    .innerJoin("notes", "notes.id", "noteVersions.noteId")
    .selectAll("noteVersions")
    .where("notes.id", "=", id)
    .where("notes.authorId", "=", authorId)
    .orderBy("noteVersions.version", "desc")
    .limit(mostVersions)
    .execute();
}
