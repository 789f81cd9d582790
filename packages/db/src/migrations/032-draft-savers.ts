// Who saved a draft of the criteria last: whoever was slower is told by name.
import type { Kysely } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .alterTable("criteriaVersions")
    .addColumn("savedBy", "text", (c) => c.references("user.id"))
    .execute();
}
