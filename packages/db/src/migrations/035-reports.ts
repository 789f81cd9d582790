// What reports count is read within indexes of the leads that came so far: reached or further, and closed
// with a reason. Nobody who has just arrived stands in either.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<any>): Promise<void> {
  await sql`create index "leadsReached" on leads ("siteId", "createdAt", "studyId", status, source, language,
    "firstContactAt", "screenedAt", "decidedAt", "eligibleAt", "visitHeldAt", "enrolledAt", id)
    where ("firstContactAt" is not null or "screenedAt" is not null)`.execute(db);
  await sql`create index "leadsByReason" on leads ("siteId", "statusReason", status, "createdAt", "studyId",
    "criterionId", source, language, "enrolledAt", id) where "statusReason" is not null`.execute(
    db,
  );
}
