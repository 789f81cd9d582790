// One lead: found only within the sites it is asked for, and saved only over the version it was read in.
import { sql } from "kysely";
import { compileOnce } from "../compile-once";
import { engineOf, isAmong } from "../dialect";
import type { Db } from "../open-database";
import type { RowChanges } from "../schema";
import { isWithin } from "../sites/is-within";
import { type LeadRecord, selectLeads, toLeadRecord } from "./lead-record";

const findRow = compileOnce<{ siteIds: readonly number[]; id: number }>()((db, { one, each }) =>
  selectLeads(db)
    .where("leads.id", "=", one("id"))
    .where(isWithin("leads.siteId", each("siteIds"))),
);

/** Undefined: there is none, or it is another site's. */
export async function findLead(
  db: Db,
  siteIds: readonly number[],
  id: number,
): Promise<LeadRecord | undefined> {
  const [row] = await findRow(db, { siteIds, id });
  return row && toLeadRecord(row);
}

/** In the order of the ids; what is not there, or another site's, is left out. */
export async function listLeadRecords(
  db: Db,
  siteIds: readonly number[],
  ids: readonly number[],
): Promise<LeadRecord[]> {
  if (ids.length === 0) return [];
  const rows = await selectLeads(db)
    .where("leads.id", "in", ids)
    .where(isWithin("leads.siteId", siteIds))
    .execute();
  const byId = new Map(rows.map((row) => [row.id, toLeadRecord(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Whether nothing happened to it since it was read in that version. */
export async function isLeadAt(
  db: Db,
  { id, version }: { id: number; version: number },
): Promise<boolean> {
  const row = await db
    .selectFrom("leads")
    .select("id")
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Until this transaction ends nobody saves or erases the lead, and whoever is at it is waited for: on either
 * engine a write that changes nothing does so. Read the lead after it.
 */
export async function holdLead(trx: Db, id: number): Promise<void> {
  await trx
    .updateTable("leads")
    .set((eb) => ({ version: eb.ref("version") }))
    .where("id", "=", id)
    .execute();
}

/**
 * All of them, in the order in which everybody who changes many takes them; before the first change, which ends
 * with the audit's lock. On SQLite the transaction's write lock holds them already.
 */
export async function holdLeads(trx: Db, ids: readonly number[]): Promise<void> {
  if (engineOf(trx) === "sqlite") return;
  await trx
    .selectFrom("leads")
    .select("id")
    .where(isAmong(trx, "id", ids))
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
}

export type LeadChanges = Omit<RowChanges<"leads">, "id" | "version" | "doNotContact"> & {
  doNotContact?: boolean;
};

/** False: somebody saved in between, and nothing was written. */
export async function moveLead(
  trx: Db,
  { id, version, changes }: { id: number; version: number; changes: LeadChanges },
): Promise<boolean> {
  const values: Record<string, string | number | null> = { version: version + 1 };
  for (const [column, value] of Object.entries(changes)) {
    if (value !== undefined) values[column] = typeof value === "boolean" ? Number(value) : value;
  }
  const moved = await updateColumns(Object.keys(values))(trx, {
    ...values,
    leadId: id,
    versionBefore: version,
  });
  return moved.length === 1;
}

type Update = ReturnType<typeof buildUpdate>;
const updates = new Map<string, Update>();

/** The same few columns are written time and again. */
function updateColumns(columns: readonly string[]): Update {
  const key = columns.join();
  const update = updates.get(key) ?? buildUpdate(columns);
  updates.set(key, update);
  return update;
}

function buildUpdate(columns: readonly string[]) {
  return compileOnce<Record<string, string | number | null>>()((db, { one }) => ({
    compile: () =>
      sql<{ id: number }>`update leads
        set ${sql.join(columns.map((column) => sql`${sql.ref(column)} = ${one(column)}`))}
        where id = ${one("leadId")} and version = ${one("versionBefore")}
        returning id`.compile(db),
  }));
}
