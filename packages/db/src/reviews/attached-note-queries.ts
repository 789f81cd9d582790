// Copies of private notes beside reviews. What is stored was sealed before; who may read it is decided by
// whoever asks: its author, and the investigators of the lead's site.
import type { ReviewDecision } from "@studydesk/domain/reviews/review";
import type { Db } from "../open-database";
import type { Row } from "../schema";

export interface StoredAttachedNote extends Row<"attachedNotes"> {
  /** Of the review that it lies beside. */
  decision: ReviewDecision | null;
}

/** Oldest first. */
export function listAttachedNotes(
  db: Db,
  leadId: number,
  { authorId }: { authorId?: string } = {},
): Promise<StoredAttachedNote[]> {
  return selectAttached(db)
    .where("attachedNotes.leadId", "=", leadId)
    .$if(authorId !== undefined, (q) => q.where("attachedNotes.authorId", "=", authorId ?? ""))
    .orderBy("attachedNotes.id")
    .execute();
}

/** Undefined: there is none, or it is somebody else's. */
export function findOwnAttachedNote(
  db: Db,
  { id, authorId }: { id: number; authorId: string },
): Promise<StoredAttachedNote | undefined> {
  return selectAttached(db)
    .where("attachedNotes.id", "=", id)
    .where("attachedNotes.authorId", "=", authorId)
    .executeTakeFirst();
}

function selectAttached(db: Db) {
  return db
    .selectFrom("attachedNotes")
    .innerJoin("reviews", "reviews.id", "attachedNotes.reviewId")
    .selectAll("attachedNotes")
    .select("reviews.decision");
}

export interface NewAttachedNote {
  reviewId: number;
  leadId: number;
  authorId: string;
  noteId: number;
  contentSha256: string;
  /** ISO-8601 UTC. */
  attachedAt: string;
}

/** Its seal is bound to its id, which exists only now: `seal` is given it, in the same transaction. */
export async function addAttachedNote(
  trx: Db,
  attached: NewAttachedNote,
  seal: (id: number) => string,
): Promise<number> {
  const { id } = await trx
    .insertInto("attachedNotes")
    .values({ ...attached, sealedContent: "" })
    .returning("id")
    .executeTakeFirstOrThrow();
  await trx
    .updateTable("attachedNotes")
    .set({ sealedContent: seal(id) })
    .where("id", "=", id)
    .execute();
  return id;
}

export async function deleteAttachedNote(
  trx: Db,
  { id, authorId }: { id: number; authorId: string },
): Promise<void> {
  await trx
    .deleteFrom("attachedNotes")
    .where("id", "=", id)
    .where("authorId", "=", authorId)
    .execute();
}
