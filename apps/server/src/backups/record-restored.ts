// What every restore leaves behind, whoever did it: nobody is signed in, since a session that was ended meanwhile would
// be back, and a row of the audit trail says from where it goes on and which end was replaced.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { endAllSessions } from "@studydesk/db/backups/after-restore-queries";
import type { Db } from "@studydesk/db/open-database";
import { backupRestored } from "@studydesk/domain/audit/restored-row";

export interface TrailEnd {
  sequence: number;
  sha256: string;
}

export async function recordRestored(
  trx: Db,
  ends: { at: string; from: TrailEnd | null; replaced: TrailEnd | null },
): Promise<void> {
  const { at, from, replaced } = ends;
  await endAllSessions(trx);
  await addAudit(trx, {
    ...{ at, actorId: null, action: backupRestored, siteId: null },
    ...{ subject: "installation", subjectId: "1" },
    details: {
      fromSequence: from?.sequence ?? 0,
      fromSha256: from?.sha256 ?? null,
      replacedSequence: replaced?.sequence ?? null,
      replacedSha256: replaced?.sha256 ?? null,
    },
  });
}
