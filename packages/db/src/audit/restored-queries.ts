// When an older database was last put back, by the trail's own word.
import { backupRestored, type Restored, readRestored } from "@studydesk/domain/audit/restored-row";
import type { Db } from "../open-database";
import { toStoredRow } from "./chain-queries";

export async function findRestored(db: Db): Promise<Restored | undefined> {
  const row = await db
    .selectFrom("audit")
    .selectAll()
    // Of this subject there are few rows, and an index that finds them.
    .where("subject", "=", "installation")
    .where("subjectId", "=", "1")
    .where("action", "=", backupRestored)
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && readRestored(toStoredRow(row));
}
