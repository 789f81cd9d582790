// Saved views. The reader stands in every WHERE: one's own, and those shared with a team that one is of.
import type { Db } from "../open-database";
import type { NewRow, Row, RowChanges } from "../schema";
import { isWithin } from "../sites/is-within";

export interface ViewRecord extends Omit<Row<"views">, "descending"> {
  descending: boolean;
  ownerName: string;
  siteName: string | null;
}

/** Who asks for views, and of which teams they are. */
export interface ViewReader {
  userId: string;
  siteIds: readonly number[];
}

export type NewView = Omit<NewRow<"views">, "descending" | "id" | "version"> & {
  descending: boolean;
};
export type ViewChanges = Omit<RowChanges<"views">, "descending" | "id" | "version"> & {
  descending?: boolean;
};

/** Their own first, then those of their teams, each by name. */
export async function listViews(db: Db, reader: ViewReader): Promise<ViewRecord[]> {
  const rows = await selectViews(db, reader)
    .where("views.deletedAt", "is", null)
    .orderBy("views.name")
    .orderBy("views.id")
    .execute();
  const records = rows.map(toRecord);
  const isOwn = ({ ownerId }: ViewRecord) => ownerId === reader.userId;
  return [...records.filter(isOwn), ...records.filter((view) => !isOwn(view))];
}

/** Undefined: there is none, it is deleted (unless those are wanted), or it is not theirs to see. */
export async function findView(
  db: Db,
  reader: ViewReader,
  id: number,
  { isDeleted = false } = {},
): Promise<ViewRecord | undefined> {
  const row = await selectViews(db, reader)
    .where("views.id", "=", id)
    .where("views.deletedAt", isDeleted ? "is not" : "is", null)
    .executeTakeFirst();
  return row && toRecord(row);
}

function selectViews(db: Db, { userId, siteIds }: ViewReader) {
  return db
    .selectFrom("views")
    .innerJoin("user as owner", "owner.id", "views.ownerId")
    .leftJoin("sites", "sites.id", "views.siteId")
    .selectAll("views")
    .select(["owner.name as ownerName", "sites.name as siteName"])
    .where((eb) =>
      eb.or([eb("views.ownerId", "=", userId), eb.and([isWithin("views.siteId", siteIds)])]),
    );
}

function toRecord(row: Omit<ViewRecord, "descending"> & { descending: number }): ViewRecord {
  return { ...row, descending: row.descending === 1 };
}

/** How many views a person keeps. */
export async function countViews(db: Db, ownerId: string): Promise<number> {
  const { count } = await db
    .selectFrom("views")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("ownerId", "=", ownerId)
    .where("deletedAt", "is", null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Gives its id. */
export async function addView(trx: Db, { descending, ...view }: NewView): Promise<number> {
  const { id } = await trx
    .insertInto("views")
    .values({ ...view, descending: descending ? 1 : 0 })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** False: the version was another one by now, and nothing was written. */
export async function updateView(
  trx: Db,
  id: number,
  expectedVersion: number,
  { descending, ...changes }: ViewChanges,
): Promise<boolean> {
  const result = await trx
    .updateTable("views")
    .set({
      ...changes,
      ...(descending === undefined ? {} : { descending: descending ? 1 : 0 }),
      version: expectedVersion + 1,
    })
    .where("id", "=", id)
    .where("version", "=", expectedVersion)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Deleted views that nobody takes back any more, and how people kept them. */
export async function clearDeletedViews(trx: Db, deletedBefore: string): Promise<void> {
  const ended = await trx
    .deleteFrom("views")
    .where("deletedAt", "<", deletedBefore)
    .returning("id")
    .execute();
  if (ended.length === 0) return;
  await trx
    .deleteFrom("viewPlaces")
    .where(
      "view",
      "in",
      ended.map(({ id }) => String(id)),
    )
    .execute();
}
