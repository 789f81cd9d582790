// Public halves of the keys that a person's browsers keep. The owner stands in every WHERE.
import { lockByName } from "../dialect";
import type { Db } from "../open-database";
import type { Row } from "../schema";

/** False: somebody else's browser has it, which no chance explains. */
export async function keepReplyKey(
  trx: Db,
  key: { ownerId: string; publicKey: string; browser: string; at: string },
): Promise<boolean> {
  const { ownerId, publicKey, browser, at } = key;
  // One after the other: each takes away what is one too many, and must see what the others kept.
  await lockByName(trx, `reply keys ${ownerId}`);
  const kept = await trx
    .insertInto("replyKeys")
    .values({ ownerId, publicKey, browser, createdAt: at, usedAt: at })
    .onConflict((conflict) =>
      conflict
        .column("publicKey")
        .doUpdateSet({ usedAt: at })
        .where("replyKeys.ownerId", "=", ownerId),
    )
    .returning("id")
    .executeTakeFirst();
  return kept !== undefined;
}

/** Those used last come first. */
export async function listReplyKeys(
  db: Db,
  ownerId: string,
  limit: number,
): Promise<Pick<Row<"replyKeys">, "id" | "publicKey" | "browser" | "usedAt">[]> {
  return db
    .selectFrom("replyKeys")
    .select(["id", "publicKey", "browser", "usedAt"])
    .where("ownerId", "=", ownerId)
    .orderBy("usedAt", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

export async function deleteReplyKeysExcept(
  trx: Db,
  ownerId: string,
  kept: readonly number[],
): Promise<void> {
  await trx
    .deleteFrom("replyKeys")
    .where("ownerId", "=", ownerId)
    .where("id", "not in", [...kept])
    .execute();
}
