// What the server offers to whoever asks for backups, where it makes any.
import type { BackupStep } from "@studydesk/domain/backups/backup";

export interface BackupProgress {
  step: BackupStep;
  /** From 0 to 1, of this step. */
  share: number;
}

export interface BackupRunner {
  readonly everyHours: number;
  readonly keep: { days: number; weeks: number; months: number };
  readonly isEncrypted: boolean;
  /** Undefined: this server makes none right now. */
  progress(): BackupProgress | undefined;
  /** Begins one soon; one at a time, whoever asks. */
  start(byUserId: string): void;
}
