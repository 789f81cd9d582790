// Every column that is sealed under a note key, for sealing all of it anew. Nothing here opens a seal; who
// wrote a row and what it hangs on are read along, because its seal is bound to them.
import { sql } from "kysely";
import { engineOf } from "../dialect";
import type { Db } from "../open-database";

/** By the names that seals are bound to. A test holds them against the schema. */
export const sealedColumns = {
  notes: { table: "notes", column: "sealedBody", owner: "authorId", isOnHome: true },
  "notes.anchor": { table: "notes", column: "sealedAnchor", owner: "authorId" },
  "notes.tags": { table: "notes", column: "sealedTags", owner: "authorId" },
  noteVersions: { table: "noteVersions", column: "sealedBody", owner: "note" },
  "noteVersions.tags": { table: "noteVersions", column: "sealedTags", owner: "note" },
  noteDrafts: { table: "noteDrafts", column: "sealedDraft", owner: "authorId" },
  attachedNotes: { table: "attachedNotes", column: "sealedContent", owner: "authorId" },
  "shares.memo": { table: "shares", column: "sealedMemo", owner: "ownerId" },
  "noteRequests.label": { table: "noteRequests", column: "sealedLabel", owner: "ownerId" },
} as const satisfies Record<string, SealedColumnOf>;

interface SealedColumnOf {
  table: string;
  column: string;
  /** The column of whom it belongs to, or: whoever wrote the note that the row is of. */
  owner: "authorId" | "ownerId" | "note";
  /** Its seal is bound to the lead or study, too. */
  isOnHome?: boolean;
}

export type SealedColumnName = keyof typeof sealedColumns;

export const sealedColumnNames = Object.keys(sealedColumns).filter(
  (name): name is SealedColumnName => name in sealedColumns,
);

export interface SealedRow {
  id: number;
  authorId: string;
  leadId: number | null;
  studyId: number | null;
  sealed: string;
}

/**
 * Rows after `afterId` that another key than this one sealed, held until the transaction ends. Those that
 * somebody else holds are left for another time: waiting for them could be waiting for each other.
 */
export async function listSealedUnderOthers(
  trx: Db,
  name: SealedColumnName,
  { keyId, afterId, limit }: { keyId: string; afterId: number; limit: number },
): Promise<SealedRow[]> {
  const { table, column, owner, isOnHome } = definitionOf(name);
  const author =
    owner === "note"
      ? sql`(select "authorId" from notes where notes.id = row."noteId")`
      : sql.ref(`row.${owner}`);
  const home = isOnHome
    ? sql`row."leadId", row."studyId"`
    : sql`null as "leadId", null as "studyId"`;
  const held = engineOf(trx) === "postgres" ? sql`for no key update of row skip locked` : sql``;
  const { rows } = await sql<SealedRow>`
    select row.id, ${author} as "authorId", ${home}, row.${sql.ref(column)} as sealed
    from ${sql.table(table)} as row
    where row.id > ${afterId} and ${isUnderAnother(`row.${column}`, keyId)}
    order by row.id limit ${limit} ${held}`.execute(trx);
  return rows;
}

export async function setSealed(
  trx: Db,
  name: SealedColumnName,
  { id, sealed }: { id: number; sealed: string },
): Promise<void> {
  const { table, column } = definitionOf(name);
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sealed} where id = ${id}`.execute(
    trx,
  );
}

/** How many rows another key than this one sealed. */
export async function countSealedUnderOthers(
  db: Db,
  name: SealedColumnName,
  keyId: string,
): Promise<number> {
  const { table, column } = definitionOf(name);
  const { rows } = await sql<{ count: number }>`select count(*) as count
    from ${sql.table(table)} where ${isUnderAnother(column, keyId)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** How many rows each key sealed, by the key's id. */
export async function countSealedByKey(db: Db): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const name of sealedColumnNames) {
    const { table, column } = definitionOf(name);
    const keyId =
      engineOf(db) === "postgres"
        ? sql`split_part(${sql.ref(column)}, '.', 1)`
        : sql`substr(${sql.ref(column)}, 1, instr(${sql.ref(column)}, '.') - 1)`;
    const { rows } = await sql<{ keyId: string; count: number }>`
      select ${keyId} as "keyId", count(*) as count from ${sql.table(table)}
      where ${sql.ref(column)} <> '' group by 1`.execute(db);
    for (const row of rows) counts.set(row.keyId, (counts.get(row.keyId) ?? 0) + row.count);
  }
  return counts;
}

/**
 * Whatever was sealed in a transaction that began before now is there, or never will be. On SQLite one
 * transaction writes at a time; PostgreSQL tells since when each has been at it.
 */
export async function waitForEarlierWrites(db: Db): Promise<void> {
  if (engineOf(db) === "sqlite") {
    await db.transaction().execute(async () => {});
    return;
  }
  const { rows } = await sql<{ now: string }>`select clock_timestamp()::text as now`.execute(db);
  const began = rows[0]?.now ?? "";
  while (await isAnyOlder(db, began)) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function isAnyOlder(db: Db, began: string): Promise<boolean> {
  const { rows } = await sql`select pid from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend'
      and pid <> pg_backend_pid() and xact_start < ${began}::timestamptz limit 1`.execute(db);
  return rows.length > 0;
}

/** An empty text stood for somebody who was erased: nothing is sealed in it. */
function isUnderAnother(column: string, keyId: string) {
  const beginning = `${keyId}.`;
  return sql`${sql.ref(column)} <> ''
    and substr(${sql.ref(column)}, 1, ${sql.lit(beginning.length)}) <> ${beginning}`;
}

function definitionOf(name: SealedColumnName): SealedColumnOf {
  return sealedColumns[name];
}
