// Who took what out of the desk, for each site whose admins read it: ids, counts and closed words alone.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import type { AuditAction } from "@studydesk/domain/audit/audit-actions";
import type { AuditDetails } from "@studydesk/domain/audit/audit-entry";

/** One row a site; `actorId` is null at the command line. */
export async function recordExport(
  { db, now }: { db: Db; now: () => Date },
  actorId: string | null,
  siteIds: readonly number[],
  action: AuditAction,
  details: (siteId: number) => AuditDetails,
): Promise<void> {
  const at = now().toISOString();
  await inTransaction(db, async (trx) => {
    for (const siteId of siteIds) {
      await addAudit(trx, {
        ...{ at, action, siteId, details: details(siteId) },
        actorId,
        subject: "site",
        subjectId: String(siteId),
      });
    }
  });
}
