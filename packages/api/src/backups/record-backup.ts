// Writes down what became of a backup: for the desk, for open screens, and, when there is one, for the audit trail.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { addBackup } from "@studydesk/db/backups/backup-queries";
import { addEvent } from "@studydesk/db/events";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import type { BackupOrigin, BackupProblem } from "@studydesk/domain/backups/backup";
import type { LiveEvents } from "../live-events";

export interface EndedBackup {
  startedAt: string;
  endedAt: string;
  origin: BackupOrigin;
  byUserId: string | null;
  isEncrypted: boolean;
  outcome:
    | { fileName: string; bytes: number; sha256: string; leads: number; auditSequence: number }
    | { problem: BackupProblem };
}

export async function recordBackup(
  { db, live }: { db: Db; live: LiveEvents },
  { startedAt, endedAt, origin, byUserId, isEncrypted, outcome }: EndedBackup,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const made = "problem" in outcome ? undefined : outcome;
    const id = await addBackup(trx, {
      ...{ startedAt, endedAt, origin, byUserId, isEncrypted: isEncrypted ? 1 : 0 },
      ...{ fileName: made?.fileName ?? null, bytes: made?.bytes ?? null },
      ...{ sha256: made?.sha256 ?? null },
      problem: "problem" in outcome ? outcome.problem : null,
    });
    const subjectId = String(id);
    if (made) {
      const { fileName: _, ...details } = made;
      await addAudit(trx, {
        ...{ at: endedAt, actorId: byUserId, action: "backup.made", siteId: null },
        ...{ subject: "backup", subjectId, details: { ...details, origin, isEncrypted } },
      });
    }
    await addEvent(trx, { at: endedAt, kind: "backup", subjectId, siteId: null, byUserId });
  });
  live.announce();
}
