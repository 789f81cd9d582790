// The newest event of some kinds is asked for at every study page: whether the page that stands is true.
import type { Kysely } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.createIndex("eventsByKind").on("events").columns(["kind", "id"]).execute();
}
