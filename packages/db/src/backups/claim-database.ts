// Taking a SQLite file for oneself before it is put away. The system's own locks say whether anybody has it
// open, a server or a command: they end with the process that held them, so none is ever left behind.
import { closeSync, openSync, readSync, statSync } from "node:fs";
import BetterSqlite from "better-sqlite3";
import { readFacts } from "./database-facts";

export interface ClaimedDatabase {
  /** What was written after the row of the audit chain that a backup ends with; undefined: it is no part of this chain. */
  since(head: { sequence: number; sha256: string } | null): ChangesSince | undefined;
  release(): void;
}

export interface ChangesSince {
  head: { sequence: number; sha256: string } | null;
  changes: number;
  /** Ids of leads that were erased. */
  erasedLeads: string[];
  /** Message-IDs of mail that went out. */
  sentMail: string[];
}

export type Claim =
  | { state: "claimed"; database: ClaimedDatabase }
  | { state: "absent" | "in_use" | "damaged" };

/** Once claimed, it is one file without a log beside it. */
export function claimDatabase(file: string): Claim {
  const start = readStart(file);
  if (start === undefined) return { state: "absent" };
  // SQLite would clear away the log beside it, which may be all that is left to be rescued.
  if (start !== sqliteStart) return { state: "damaged" };
  let sqlite: BetterSqlite.Database | undefined;
  try {
    sqlite = new BetterSqlite(file, { fileMustExist: true });
    sqlite.pragma("busy_timeout = 1000");
    sqlite.pragma("locking_mode = EXCLUSIVE");
    // Only whoever is alone with it may give up its log.
    sqlite.pragma("journal_mode = DELETE");
    sqlite.exec("begin exclusive; commit");
    return { state: "claimed", database: claimed(sqlite) };
  } catch (error) {
    sqlite?.close();
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code.startsWith("SQLITE_BUSY")) return { state: "in_use" };
    if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") return { state: "damaged" };
    throw error;
  }
}

const sqliteStart = "SQLite format 3\0";

/** Undefined: no file, or an empty one, as a start that failed leaves it. */
function readStart(file: string): string | undefined {
  if (!statSync(file, { throwIfNoEntry: false })?.size) return undefined;
  const opened = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(sqliteStart.length);
    readSync(opened, bytes, 0, bytes.length, 0);
    return bytes.toString("latin1");
  } finally {
    closeSync(opened);
  }
}

function claimed(sqlite: BetterSqlite.Database): ClaimedDatabase {
  return {
    since(head) {
      try {
        return readSince(sqlite, head);
      } catch {
        // Damaged where it was looked at; it is being replaced because of that.
        return undefined;
      }
    },
    release: () => sqlite.close(),
  };
}

function readSince(
  sqlite: BetterSqlite.Database,
  head: { sequence: number; sha256: string } | null,
): ChangesSince | undefined {
  const texts = (sql: string, after: number | string) =>
    sqlite.prepare<[number | string], string>(sql).pluck().all(after);
  const from = head?.sequence ?? 0;
  if (head) {
    const [sha256] = texts("select sha256 from audit where sequence = ?", from);
    if (sha256 !== head.sha256) return undefined;
  }
  const now = readFacts(sqlite);
  return {
    head: now.auditHead,
    changes: (now.auditHead?.sequence ?? 0) - from,
    erasedLeads: texts(
      `select distinct "subjectId" from audit
        where sequence > ? and action = 'lead.erased' order by sequence`,
      from,
    ),
    sentMail: texts(
      `select "messageId" from outbox where status = 'sent' and "sentAt" >= coalesce(
        (select at from audit where sequence = ?), '')`,
      from,
    ),
  };
}
