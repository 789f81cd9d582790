// What somebody typed on a lead or a study and did not keep yet: one draft for each author and place.
import { homeColumns, type NoteHome } from "@studydesk/domain/notes/note-home";
import { lockByName } from "../dialect";
import type { Db } from "../open-database";
import type { Row } from "../schema";

interface DraftPlace {
  authorId: string;
  home: NoteHome;
}

export async function findNoteDraft(
  db: Db,
  { authorId, home }: DraftPlace,
): Promise<Row<"noteDrafts"> | undefined> {
  const { leadId, studyId } = homeColumns(home);
  return db
    .selectFrom("noteDrafts")
    .selectAll()
    .where("authorId", "=", authorId)
    .where("leadId", "is not distinct from", leadId)
    .where("studyId", "is not distinct from", studyId)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Over the one that is there; the seal is bound to the row's id. */
export async function saveNoteDraft(
  trx: Db,
  { at, ...place }: DraftPlace & { at: string },
  seal: (id: number) => string,
): Promise<void> {
  const { leadId, studyId } = homeColumns(place.home);
  await lockByName(trx, `draft ${place.authorId} ${leadId} ${studyId}`);
  const draft = await findNoteDraft(trx, place);
  const { id } =
    draft ??
    (await trx
      .insertInto("noteDrafts")
      .values({ authorId: place.authorId, leadId, studyId, sealedDraft: "", updatedAt: at })
      .returning("id")
      .executeTakeFirstOrThrow());
  await trx
    .updateTable("noteDrafts")
    .set({ sealedDraft: seal(id), updatedAt: at })
    .where("id", "=", id)
    .where("authorId", "=", place.authorId)
    .execute();
}

/** The one that was read: after a merge another may lie below it. */
export async function deleteNoteDraft(trx: Db, place: DraftPlace): Promise<void> {
  const draft = await findNoteDraft(trx, place);
  if (!draft) return;
  await trx
    .deleteFrom("noteDrafts")
    .where("id", "=", draft.id)
    .where("authorId", "=", place.authorId)
    .execute();
}
