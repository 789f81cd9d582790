// An online copy of a SQLite database: SQLite's own backup, in steps, of one moment. A connection of its own
// holds that moment by a read transaction, so that writers go on, and no write makes the copy begin anew.
import BetterSqlite from "better-sqlite3";
import { type DatabaseFacts, readFacts } from "./database-facts";

/** 400 kB a step: about a millisecond, so that whoever else works in this process hardly notices. */
const pagesPerStep = 100;

/**
 * `to` is then one file without a log beside it, and what it answers is what was counted in that moment. Throws
 * SQLite's own errors; half a copy may be left behind.
 */
export async function copyDatabase(
  file: string,
  to: string,
  onProgress: (done: number, total: number) => void,
): Promise<DatabaseFacts> {
  const source = new BetterSqlite(file, { readonly: true, fileMustExist: true });
  try {
    source.pragma("busy_timeout = 5000");
    source.exec("begin");
    const facts = readFacts(source);
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        if (totalPages > 0) onProgress(totalPages - remainingPages, totalPages);
        return pagesPerStep;
      },
    });
    source.exec("rollback");
    foldLog(to);
    return facts;
  } finally {
    source.close();
  }
}

/** Makes one file of a database and its log. Throws SQLITE_BUSY while anybody else has it open. */
export function foldLog(file: string): void {
  const copy = new BetterSqlite(file, { fileMustExist: true });
  try {
    copy.pragma("trusted_schema = OFF");
    copy.pragma("synchronous = FULL");
    copy.pragma("journal_mode = DELETE");
  } finally {
    copy.close();
  }
}
