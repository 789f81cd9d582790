// Words of backups, when the next one is due, and when somebody has to be told that there is no good one.

export const backupProblems = [
  "no_room",
  "no_folder",
  "damaged",
  "not_verified",
  "failed",
] as const;
export type BackupProblem = (typeof backupProblems)[number];

export const backupProblemWords: Readonly<Record<BackupProblem, string>> = {
  no_room: "There was no room. Make some, in the backup folder and beside the database.",
  no_folder: "The folder could not be written. Check that it is there and whose it is.",
  damaged:
    "The database itself is damaged. Stop the server and restore the last good backup, before more is lost.",
  not_verified: "The copy was not as the original, and was thrown away. Check the disk.",
  failed: "It broke off; the server’s log says more.",
};

/** `schedule`: the server by itself. `command`: `pnpm studydesk backup`. */
export type BackupOrigin = "schedule" | "person" | "command";

export const backupSteps = ["copying", "checking", "encrypting"] as const;
export type BackupStep = (typeof backupSteps)[number];

export const backupStepWords: Readonly<Record<BackupStep, string>> = {
  copying: "Copying",
  checking: "Checking the copy",
  encrypting: "Encrypting",
};

/** Where nothing is set, a day. */
export const usualHours = 24;

const hour = 3_600_000;

export interface BackupTimes {
  /** ISO-8601, when the last good one was begun; null: there is none. */
  lastGoodAt: string | null;
  /** When the last one failed, unless a good one came after it. */
  failedAt: string | null;
}

/** A failed one is tried again after an hour. A time from the future was told by a wrong clock. */
export function isBackupDue(times: BackupTimes, everyHours: number, now: Date): boolean {
  const isOver = (at: string | null, hours: number) => {
    if (at === null) return true;
    const passed = now.getTime() - Date.parse(at);
    return passed < 0 || passed >= hours * hour;
  };
  return isOver(times.lastGoodAt, everyHours) && isOver(times.failedAt, Math.min(1, everyHours));
}

export type BackupWarning = "failed" | "old" | "not_set_up";

/** `everyHours` undefined: the server makes none by itself, and somebody else may. */
export function backupWarning(
  times: BackupTimes,
  everyHours: number | undefined,
  now: Date,
): BackupWarning | null {
  if (times.failedAt !== null) return "failed";
  if (times.lastGoodAt === null) return everyHours === undefined ? "not_set_up" : null;
  const age = now.getTime() - Date.parse(times.lastGoodAt);
  return age > 2 * (everyHours ?? usualHours) * hour ? "old" : null;
}
