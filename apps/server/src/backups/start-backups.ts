// The loop of backups: one when it is due by the schedule or when the owner asks, one server at a time by a lease.
// What became of it is written down; a failed one is tried again after an hour.
import type { BackupProgress } from "@studydesk/api/backups/backup-runner";
import { type EndedBackup, recordBackup } from "@studydesk/api/backups/record-backup";
import type { Deps } from "@studydesk/api/deps";
import { deleteBackupsBefore, readBackupTimes } from "@studydesk/db/backups/backup-queries";
import { inTransaction } from "@studydesk/db/open-database";
import { isBackupDue } from "@studydesk/domain/backups/backup";
import type { Logger } from "pino";
import { holdLease } from "../hold-lease";
import { type Loop, startLoop } from "../start-loop";
import { explainBackupFault } from "./backup-error";
import type { BackupSettings } from "./read-backup-settings";
import { rotateBackups } from "./rotate-backups";
import { runBackupProcess } from "./run-backup-process";

interface Parts {
  deps: Pick<Deps, "db" | "now" | "live">;
  databaseFile: string;
  settings: BackupSettings;
  log: Logger;
}

const begun: BackupProgress = { step: "copying", share: 0 };
const lookMs = 60_000;
/** A server that was killed while it made one holds up the others for so long. */
const leaseMs = 10 * 60_000;
const toldFor = 400 * 24 * 3_600_000;

/** What the desk may know of the settings: not where backups are. */
export function backupPlanOf({ everyHours, keep, recipients }: BackupSettings) {
  return { everyHours, keep, isEncrypted: recipients !== undefined };
}

export interface Backups extends Loop {
  progress(): BackupProgress | undefined;
  /** One more, soon. */
  ask(byUserId: string): void;
}

export function startBackups({ deps, databaseFile, settings, log }: Parts): Backups {
  const { db, now } = deps;
  const { folder, everyHours, keep, recipients } = settings;
  const lease = holdLease(deps, "backups", leaseMs);
  let wantedBy: string | undefined;
  let running: BackupProgress | undefined;

  async function round(signal: AbortSignal): Promise<void> {
    const byUserId = wantedBy;
    wantedBy = undefined;
    const isDue = async () => isBackupDue(await readBackupTimes(db), everyHours, now());
    try {
      if (byUserId === undefined && !(await isDue())) return;
      // Another server is at it: one backup is enough for both.
      if (!(await lease.keep())) return;
      if (byUserId !== undefined || (await isDue())) await make(byUserId, signal);
    } finally {
      running = wantedBy === undefined ? undefined : begun;
      await lease.release();
    }
  }

  async function make(byUserId: string | undefined, signal: AbortSignal): Promise<void> {
    const startedAt = now();
    running = begun;
    const ended = (outcome: EndedBackup["outcome"]): EndedBackup => ({
      ...{ startedAt: startedAt.toISOString(), endedAt: now().toISOString(), outcome },
      ...{ origin: byUserId === undefined ? "schedule" : "person", byUserId: byUserId ?? null },
      isEncrypted: recipients !== undefined,
    });
    try {
      const order = { databaseFile, folder, at: startedAt, recipients };
      const manifest = await runBackupProcess(order, {
        signal,
        onProgress(progress) {
          running = progress;
          lease.keep().catch(() => {});
        },
      });
      const { file: fileName, bytes, sha256, database } = manifest;
      const { leads, auditHead } = database;
      const auditSequence = auditHead?.sequence ?? 0;
      running = undefined;
      await recordBackup(deps, ended({ fileName, bytes, sha256, leads, auditSequence }));
      log.info({ bytes, leads }, "a backup was made and verified");
      const before = new Date(now().getTime() - toldFor).toISOString();
      await inTransaction(db, (trx) => deleteBackupsBefore(trx, before));
      await rotateBackups(folder, manifest, keep);
    } catch (error) {
      if (signal.aborted) return;
      const fault = explainBackupFault(error, folder);
      log.error({ problem: fault.problem }, fault.message);
      running = undefined;
      // A good one that could not be tidied up after is no failed one.
      if (fault === error) await recordBackup(deps, ended({ problem: fault.problem }));
    }
  }

  const loop = startLoop({
    everyMs: lookMs,
    round,
    reportFault: (error) =>
      log.error({ err: error }, "the loop of backups failed and looks again in a minute"),
  });
  return {
    ...loop,
    progress: () => running,
    ask(byUserId) {
      wantedBy ??= byUserId;
      running ??= begun;
      loop.wake();
    },
  };
}
