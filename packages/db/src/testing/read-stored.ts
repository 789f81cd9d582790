// What somebody holds who took the files of a SQLite database: the file, its log of writes, and a copy made
// by SQLite's own online backup.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite from "better-sqlite3";

export interface StoredBytes {
  file: Buffer;
  log: Buffer;
  backup: Buffer;
}

export async function readStored(file: string): Promise<StoredBytes> {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-backup-"));
  const sqlite = new BetterSqlite(file, { readonly: true });
  try {
    const copy = join(folder, "copy.db");
    await sqlite.backup(copy);
    return {
      file: readFileSync(file),
      log: readFileSync(`${file}-wal`),
      backup: readFileSync(copy),
    };
  } finally {
    sqlite.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
