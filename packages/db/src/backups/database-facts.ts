// What a copy is held against: which migrations it went through, how much is in it, and where the audit chain
// stands. Numbers and digests alone, nothing about anybody.
import type BetterSqlite from "better-sqlite3";

export interface DatabaseFacts {
  migrations: string[];
  leads: number;
  notes: number;
  auditRows: number;
  /** The chain's first row tells one installation from another; null: there is none yet. */
  auditStart: string | null;
  auditHead: { sequence: number; sha256: string } | null;
}

/** Throws SQLite's own error where this is no database of Studydesk. */
export function readFacts(sqlite: BetterSqlite.Database): DatabaseFacts {
  const count = (table: string) =>
    sqlite.prepare<[], number>(`select count(*) from "${table}"`).pluck().get() ?? 0;
  const row = (order: "asc" | "desc") =>
    sqlite
      .prepare<[], { sequence: number; sha256: string }>(
        `select sequence, sha256 from audit order by sequence ${order} limit 1`,
      )
      .get();
  return {
    migrations: sqlite
      .prepare<[], string>("select name from kysely_migration order by name")
      .pluck()
      .all(),
    leads: count("leads"),
    notes: count("notes"),
    auditRows: count("audit"),
    auditStart: row("asc")?.sha256 ?? null,
    auditHead: row("desc") ?? null,
  };
}
