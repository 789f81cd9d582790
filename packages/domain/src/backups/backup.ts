// Words of backups: why one failed, and when somebody has to be told that the last good one is too old.

export const backupProblems = [
  "no_room",
  "no_folder",
  "damaged",
  "not_verified",
  "stopped",
  "failed",
] as const;
export type BackupProblem = (typeof backupProblems)[number];

export const backupProblemWords: Readonly<Record<BackupProblem, string>> = {
  no_room: "There was no room in the folder. Make room there.",
  no_folder: "The folder could not be written. Check that it is there and whose it is.",
  damaged:
    "The database itself is damaged. Stop the server and restore the last good backup before more is lost.",
  not_verified: "The copy was not as the original, and was thrown away.",
  stopped: "The server stopped while it was being made.",
  failed: "It failed; the server’s log says more.",
};
