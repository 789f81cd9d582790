// What became of each backup.
import type { BackupOrigin, BackupProblem } from "@studydesk/domain/backups/backup";
import type { Generated } from "kysely";
import type { Fixed, Flag } from "./columns";

interface BackupsTable {
  id: Generated<number>;
  startedAt: Fixed<string>;
  endedAt: Fixed<string>;
  origin: Fixed<BackupOrigin>;
  byUserId: Fixed<string | null>;
  fileName: Fixed<string | null>;
  bytes: Fixed<number | null>;
  /** Of the file, as it lies there. */
  sha256: Fixed<string | null>;
  isEncrypted: Fixed<Flag>;
  /** Null: it is good. */
  problem: Fixed<BackupProblem | null>;
}

export interface BackupTables {
  backups: BackupsTable;
}
