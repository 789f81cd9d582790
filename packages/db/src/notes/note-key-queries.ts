// Which keys this database was sealed under: of each a digest that shows whether a key is the same one, and
// gives nothing of it. A server that holds another key is told so before it writes anything.
import { lockByName } from "../dialect";
import type { Db } from "../open-database";
import type { NewRow, Row } from "../schema";

/** In the order of their first use. */
export async function listNoteKeys(db: Db): Promise<Row<"noteKeys">[]> {
  return db.selectFrom("noteKeys").selectAll().orderBy("firstUsedAt").orderBy("id").execute();
}

/** Changes nothing where the key's id is known. */
export async function addNoteKey(db: Db, key: NewRow<"noteKeys">): Promise<void> {
  await db
    .insertInto("noteKeys")
    .values(key)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** All but this one: nothing is sealed under the others any more. */
export async function retireNoteKeysBut(trx: Db, id: string, at: string): Promise<void> {
  await trx
    .updateTable("noteKeys")
    .set({ retiredAt: at })
    .where("id", "<>", id)
    .where("retiredAt", "is", null)
    .execute();
}

/** Two rotations at once would each make a key: until the transaction ends there is only one. */
export async function holdNoteKeys(trx: Db): Promise<void> {
  await lockByName(trx, "note keys");
}
