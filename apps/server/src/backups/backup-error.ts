// Why there is no backup: a closed word for the dashboard, a sentence for whoever runs the command.
import type { BackupProblem } from "@studydesk/domain/backups/backup";

export class BackupError extends Error {
  constructor(
    readonly problem: BackupProblem,
    sentence: string,
    options?: ErrorOptions,
  ) {
    super(sentence, options);
    this.name = "BackupError";
  }
}

/** What the system and SQLite say in codes. */
export function explainBackupFault(error: unknown, folder: string): BackupError {
  if (error instanceof BackupError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const stands = "Earlier backups stand as they were.";
  if (["ENOSPC", "EDQUOT", "SQLITE_FULL"].includes(code)) {
    const what = `There is no room for the backup in ${folder}. Make room, and run it again. ${stands}`;
    return new BackupError("no_room", what, { cause: error });
  }
  const noWay = ["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "ENOENT", "SQLITE_CANTOPEN"];
  if (noWay.includes(code) || code.startsWith("SQLITE_READONLY")) {
    const what = `The folder ${folder} cannot be written, or the database cannot be read. Check that they are there and whose they are. ${stands}`;
    return new BackupError("no_folder", what, { cause: error });
  }
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") {
    const what = `The database itself is damaged, so no backup was made of it. Stop the server and restore the last good one: pnpm studydesk restore FILE. ${stands}`;
    return new BackupError("damaged", what, { cause: error });
  }
  const what = `The backup failed${code ? ` (${code})` : ""}. Run it again. ${stands}`;
  return new BackupError("failed", what, { cause: error });
}
