// For files that came from elsewhere: what their schema holds may call nothing that reaches out of the database, and
// each page is looked at before it is believed.
import type BetterSqlite from "better-sqlite3";

export function distrustSchema(sqlite: BetterSqlite.Database): void {
  sqlite.pragma("trusted_schema = OFF");
  sqlite.pragma("cell_size_check = ON");
}
