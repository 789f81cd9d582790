// Signatures under decisions: written once, in the transaction of the decision, and never changed.
import type { Db } from "../open-database";
import type { NewRow, Row } from "../schema";

export type StoredSignature = Row<"signatures">;

export async function addSignature(trx: Db, signature: NewRow<"signatures">): Promise<number> {
  const { id } = await trx
    .insertInto("signatures")
    .values(signature)
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** All under decisions about a lead, oldest first. */
export function listSignatures(db: Db, leadId: number): Promise<StoredSignature[]> {
  return db
    .selectFrom("signatures")
    .selectAll()
    .where("leadId", "=", leadId)
    .orderBy("id")
    .execute();
}

/** An investigator judged these very answers; a further signature takes this one's place. */
export async function setSignedAnswers(
  trx: Db,
  leadId: number,
  signedSha256: string | null,
): Promise<void> {
  await trx.updateTable("screenings").set({ signedSha256 }).where("leadId", "=", leadId).execute();
}

/** Whether somebody signed about the lead in the change that was made at this moment. */
export async function isSignedAt(db: Db, leadId: number, at: string): Promise<boolean> {
  const row = await db
    .selectFrom("signatures")
    .select("id")
    .where("leadId", "=", leadId)
    .where("signedAt", "=", at)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether an investigator signed for the lead at that moment (ISO-8601 UTC) or later. */
export async function isSignedSince(db: Db, leadId: number, at: string): Promise<boolean> {
  const row = await db
    .selectFrom("signatures")
    .select("id")
    .where("leadId", "=", leadId)
    .where("signedAt", ">=", at)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
