// Whether a SQLite file is whole: every page, every index, every reference.
import BetterSqlite from "better-sqlite3";
import { migrations } from "../migrate";
import { type DatabaseFacts, readFacts } from "./database-facts";
import { distrustSchema } from "./distrust-schema";

export type DatabaseCheck =
  | { ok: true; facts: DatabaseFacts }
  /** `newer`: a later version of Studydesk made it. */
  | { ok: false; problem: "damaged" | "newer" };

/** Reads all of it, and writes nothing. Takes seconds with 100,000 leads: not where people wait. */
export function checkDatabase(file: string): DatabaseCheck {
  let sqlite: BetterSqlite.Database | undefined;
  try {
    sqlite = new BetterSqlite(file, { readonly: true, fileMustExist: true });
    distrustSchema(sqlite);
    if (!isSound(sqlite, "integrity_check")) return { ok: false, problem: "damaged" };
    if (sqlite.prepare("pragma foreign_key_check").all().length > 0) {
      return { ok: false, problem: "damaged" };
    }
    const facts = readFacts(sqlite);
    const isKnown = facts.migrations.every((name) => Object.hasOwn(migrations, name));
    return isKnown ? { ok: true, facts } : { ok: false, problem: "newer" };
  } catch {
    // Too damaged to be looked through, or another program's file.
    return { ok: false, problem: "damaged" };
  } finally {
    sqlite?.close();
  }
}

/** `quick_check` leaves out whether the indexes agree with their tables. */
export function isSound(
  sqlite: BetterSqlite.Database,
  check: "integrity_check" | "quick_check",
): boolean {
  const found = sqlite.prepare<[], string>(`pragma ${check}(1)`).pluck().all();
  return found.length === 1 && found[0] === "ok";
}
