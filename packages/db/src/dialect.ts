// The few places where the two engines differ, both sides next to each other.
import { type Kysely, PostgresAdapter, type RawBuilder, type SqlBool, sql } from "kysely";
import { holdsAuditLock, setAuditLockHeld } from "./audit/audit-tail";
import { type Db, withPatience } from "./open-database";
import type { Schema } from "./schema";

export type Engine = "sqlite" | "postgres";

export function engineOf(db: Kysely<Schema>): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? "postgres" : "sqlite";
}

/** `column` is one of these, however many: they travel as one value, so that the statement stays the same. */
export function isAmong(
  db: Kysely<Schema>,
  column: string,
  ids: readonly number[],
): RawBuilder<SqlBool> {
  return engineOf(db) === "sqlite"
    ? sql`${sql.ref(column)} in (select value from json_each(${JSON.stringify(ids)}))`
    : sql`${sql.ref(column)} = any(${ids}::integer[])`;
}

/** The same for texts. */
export function isAmongTexts(
  db: Kysely<Schema>,
  column: string,
  texts: readonly string[],
): RawBuilder<SqlBool> {
  return engineOf(db) === "sqlite"
    ? sql`${sql.ref(column)} in (select value from json_each(${JSON.stringify(texts)}))`
    : sql`${sql.ref(column)} = any(${texts}::text[])`;
}

/** What stands before the first dot; an index of the audit trail is made over these very words. */
export function beforeDot(db: Kysely<Schema>, column: string): RawBuilder<string> {
  return engineOf(db) === "sqlite"
    ? sql`substr(${sql.ref(column)}, 1, instr(${sql.ref(column)}, '.') - 1)`
    : sql`split_part(${sql.ref(column)}, '.', 1)`;
}

/** Within an index: SQLite's own by its range, PostgreSQL's by trigrams. */
export function beginsWith(db: Kysely<Schema>, column: string, text: string): RawBuilder<SqlBool> {
  return engineOf(db) === "sqlite"
    ? sql`(${sql.ref(column)} >= ${text} and ${sql.ref(column)} < ${`${text}\u{10ffff}`})`
    : sql`${sql.ref(column)} like ${`${text.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`} escape '\\'`;
}

/**
 * Writers of the audit chain go one after the other. On SQLite the transaction's write lock already
 * does that; on PostgreSQL an advisory lock is held until the transaction ends.
 */
export async function lockAuditHead(trx: Db): Promise<void> {
  if (engineOf(trx) !== "postgres" || holdsAuditLock(trx)) return;
  await sql`select pg_advisory_xact_lock(7361)`.execute(trx);
  setAuditLockHeld(trx);
}

/**
 * Holders of the same name go one after the other until their transaction ends. On SQLite the
 * transaction's write lock already does that; PostgreSQL hashes the name to an advisory lock.
 */
export async function lockByName(trx: Db, name: string): Promise<void> {
  if (engineOf(trx) === "postgres") {
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);
  }
}

/**
 * On SQLite: takes over what stands in the write-ahead log and empties it, so that no old wording stays there when a
 * sweep could not end. Where another process reads, the next time does.
 */
export async function emptyLog(db: Db): Promise<void> {
  if (engineOf(db) === "sqlite") await sql`pragma wal_checkpoint(truncate)`.execute(db);
}

/**
 * Drives what was erased out of the files. SQLite leaves copies of moved rows in the gaps of its pages
 * and in the write-ahead log: both are written anew. PostgreSQL gives up the old versions of rows; its
 * own log is the administrator's. Takes about a second with 100,000 leads, and runs in no transaction.
 */
export async function sweepErased(db: Db): Promise<void> {
  if (engineOf(db) === "sqlite") {
    await sql`vacuum`.execute(db);
    // It fails without an error where another process is reading: the old log would stay.
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
    if (rows[0]?.busy) throw new Error("The log was not cut: another process reads the database.");
    return;
  }
  const tables = [
    "leads",
    "leadNameParts",
    "submissions",
    "contactAttempts",
    "activities",
    "notes",
    "noteVersions",
    "noteDrafts",
    "attachedNotes",
    "shares",
    "noteRequests",
    "receivedNotes",
    "leadImportRejects",
    "leadMerges",
    "leadChanges",
    "auditSalts",
    "answers",
    "reviews",
    "signatures",
    "visits",
    "auditSalts",
  ];
  const swept = [...tables, "outbox", "subscriptions"].map((name) => sql.table(name));
  await withPatience(db, (patient) => sql`vacuum ${sql.join(swept)}`.execute(patient));
}

/** Two writers wanted the same unique value, told by the code of either engine. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return (
    error.code === "23505" ||
    error.code === "SQLITE_CONSTRAINT_UNIQUE" ||
    error.code === "SQLITE_CONSTRAINT_PRIMARYKEY"
  );
}

/** Hours from one time (ISO-8601 UTC text) to another. */
export function hoursBetween(
  db: Db,
  from: RawBuilder<unknown>,
  until: RawBuilder<unknown>,
): RawBuilder<number> {
  return engineOf(db) === "postgres"
    ? sql`(extract(epoch from (${until})::timestamptz - (${from})::timestamptz) / 3600)`
    : sql`((julianday(${until}) - julianday(${from})) * 24)`;
}

/** All whole seconds from one time to another, of the rows that the condition lets through, in one value. */
export function secondsBetween(
  db: Db,
  from: RawBuilder<unknown>,
  until: RawBuilder<unknown>,
  condition: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return engineOf(db) === "postgres"
    ? sql`json_agg(floor(extract(epoch from (${until})::timestamptz))
        - floor(extract(epoch from (${from})::timestamptz))) filter (where ${condition})`
    : sql`json_group_array(unixepoch(${until}) - unixepoch(${from})) filter (where ${condition})`;
}

/** What `secondsBetween` gave, as either engine hands it over; null: of no row. */
export function readNumbers(value: unknown): readonly number[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string" ? JSON.parse(value) : [];
}
