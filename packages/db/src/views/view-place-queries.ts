// How each person keeps a view: pinned where, with which columns. Nobody reads another's.
import type { Db } from "../open-database";
import type { Row, RowChanges } from "../schema";

export type ViewPlace = Row<"viewPlaces">;

/** Pinned ones in their order, then the others. */
export async function listViewPlaces(db: Db, userId: string): Promise<ViewPlace[]> {
  const places = await db
    .selectFrom("viewPlaces")
    .selectAll()
    .where("userId", "=", userId)
    .orderBy("view")
    .execute();
  const rank = ({ position }: ViewPlace) => position ?? Number.POSITIVE_INFINITY;
  return places.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

/** What is left out of the changes stays as it is. */
export async function saveViewPlace(
  trx: Db,
  userId: string,
  view: string,
  changes: Pick<RowChanges<"viewPlaces">, "position" | "layout">,
): Promise<void> {
  await trx
    .insertInto("viewPlaces")
    .values({ userId, view, position: null, layout: null, ...changes })
    .onConflict((oc) => oc.columns(["userId", "view"]).doUpdateSet(changes))
    .execute();
}

/** Behind all that this person pinned so far. */
export async function findNextPosition(trx: Db, userId: string): Promise<number> {
  const row = await trx
    .selectFrom("viewPlaces")
    .select("position")
    .where("userId", "=", userId)
    .where("position", "is not", null)
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
  return (row?.position ?? 0) + 1;
}
