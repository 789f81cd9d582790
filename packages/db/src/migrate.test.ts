import type { Viewer } from "@studydesk/domain/people/viewer";
import { sql } from "kysely";
import { Migrator } from "kysely/migration";
import { expect, it } from "vitest";
import { engineOf } from "./dialect";
import { countLeads } from "./leads/count-leads";
import { findLeads } from "./leads/find-leads";
import { migrate, migrations } from "./migrate";
import type { Db } from "./open-database";
import { buildConsent, buildLead, buildStudy } from "./testing/build-lead";
import { buildPerson, buildSite } from "./testing/build-people";
import {
  describeOnEveryEngine,
  type OpenTestDatabase,
  openTestSqlite,
} from "./testing/every-engine";
import { openEmpty } from "./testing/open-empty";

const now = "2026-09-01T12:00:00.000Z";

/** A desk as it was before leads could be searched, counted, changed in numbers, imported or merged. */
async function buildOldDesk(openTestDatabase: OpenTestDatabase) {
  const db = await openEmpty(openTestDatabase);
  const migrator = new Migrator({
    db: db.withoutPlugins(),
    provider: { getMigrations: async () => migrations },
  });
  const { error } = await migrator.migrateTo("013-events-by-kind");
  if (error) throw error;
  const { id: siteId } = await buildSite(db);
  const viewer = await buildPerson(db, { role: "coordinator", siteId });
  const common = { siteId, studyId: await buildStudy(db), createdAt: "2026-08-31T12:00:00.000Z" };
  const voss = await buildLead(db, { ...common, ownerId: viewer.userId, status: "contacting" });
  await buildConsent(db, voss, "Please call in the morning.");
  // Columns that came later are not there yet.
  await sql`insert into "contactAttempts" ("leadId", at, channel, outcome, "byUserId")
    values (${voss.id}, ${now}, 'phone', 'no_answer', ${viewer.userId})`.execute(db);
  const li = await buildLead(db, {
    ...{ ...common, firstName: "明", lastName: "李", email: "li.ming@example.org" },
    ...{ phone: null, phoneTyped: "0912-555-01" },
  });
  return { db, viewer, siteId, leads: { voss, li } };
}

async function readTables(db: Db, names: readonly string[]) {
  const tables: Record<string, unknown[]> = {};
  for (const name of names) {
    const { rows } = await sql`select * from ${sql.table(name)} order by id`.execute(db);
    tables[name] = rows;
  }
  return tables;
}

const siteNow = (siteId: number) => ({
  siteId,
  endOfToday: "2026-09-02T05:00:00.000Z",
  endOfNextSevenDays: "2026-09-09T05:00:00.000Z",
  timeZone: "America/Chicago",
  promiseBefore: "2026-08-31T12:00:00.000Z",
});

const counted = (db: Db, siteId: number, { userId }: Viewer) =>
  countLeads(db, [siteNow(siteId)], userId);

describeOnEveryEngine("migrate", (openTestDatabase, engine) => {
  it.runIf(engine === "postgres")(
    "makes the same tables, columns, indexes and named checks on PostgreSQL as on SQLite (skipped on SQLite: it compares both)",
    async () => {
      const [{ db: postgres }, { db: sqlite }] = [await openTestDatabase(), await openTestSqlite()];
      expect(await readSchema(postgres)).toEqual(await readSchema(sqlite));
    },
  );

  it("keeps every row of a desk that was in use, finds and counts its leads, and keeps doing so", async () => {
    const { db, viewer, siteId, leads } = await buildOldDesk(openTestDatabase);
    const kept = ["leads", "submissions", "consents", "contactAttempts", "consentTexts", "sites"];
    const before = await readTables(db, kept);

    expect(await migrate(db)).toEqual(Object.keys(migrations).filter((name) => name > "014"));

    expect(await readTables(db, kept)).toMatchObject(before);
    const find = async (text: string) => {
      const found = await findLeads(db, {
        sites: [siteNow(siteId)],
        ...{ userId: viewer.userId, now, text, limit: 10, notedLeadIds: [] },
      });
      return found.map(({ id }) => id);
    };
    for (const text of ["vos amara", "312 555 0142", "AMARA.VOSS@", String(leads.voss.id)]) {
      expect(await find(text)).toEqual([leads.voss.id]);
    }
    for (const text of ["李明", "明", "0912 555"]) expect(await find(text)).toEqual([leads.li.id]);
    const numbers = { inbox: 2, unassigned: 1, mine: 1, all: 2 };
    expect(await counted(db, siteId, viewer)).toMatchObject(numbers);
    expect(
      await db.selectFrom("contactAttempts").select(["takenBackAt", "requestKey"]).execute(),
    ).toEqual([{ takenBackAt: null, requestKey: null }]);
    for (const table of ["views", "leadChanges", "bulkJobs", "leadImports", "leadHolds"] as const) {
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
    }

    await db
      .updateTable("leads")
      .set({ status: "declined", sortName: "moved away", emailFolded: "moved@example.org" })
      .where("id", "=", leads.voss.id)
      .execute();
    expect(await find("vos amara")).toEqual([]);
    expect(await find("away")).toEqual([leads.voss.id]);
    expect(await counted(db, siteId, viewer)).toMatchObject({ ...numbers, inbox: 1, mine: 0 });
    expect(await migrate(db)).toEqual([]);
  });
});

/** What only one of the engines has: its own index for searching, and its own way of keeping counters. */
const ofOneEngine = /^leadSearch|^leadNamePartsNow$|^leadsByTrigrams$|^leadCountersBySite$/;

async function readSchema(db: Db) {
  const tables = (await db.introspection.getTables()).filter(
    ({ name, isView }) => !isView && !ofOneEngine.test(name),
  );
  const keys = await readKeys(db);
  const columns = tables.flatMap(({ name, columns }) =>
    columns.map((column) => ({ ...column, name: `${name}.${column.name}` })),
  );
  const named = (isOptional: boolean) =>
    columns
      .filter(({ name, isNullable }) => isOptional === (isNullable && !keys.has(name)))
      .map(({ name }) => name)
      .sort();
  return {
    tables: tables.map(({ name }) => name).sort(),
    required: named(false),
    optional: named(true),
    indexes: (await readIndexes(db)).filter((name) => !ofOneEngine.test(name)).sort(),
    checks: (await readChecks(db)).sort(),
  };
}

/** SQLite says of a primary key that it may be null. */
async function readKeys(db: Db): Promise<ReadonlySet<string>> {
  if (engineOf(db) === "postgres") return new Set();
  const { rows } = await sql<{ name: string }>`select t.name || '.' || c.name as name
    from sqlite_master as t, pragma_table_info(t.name) as c
    where t.type = 'table' and c.pk > 0`.execute(db);
  return new Set(rows.map(({ name }) => name));
}

async function readIndexes(db: Db): Promise<string[]> {
  const { rows } =
    engineOf(db) === "sqlite"
      ? await sql<{ name: string }>`select name from sqlite_master
          where type = 'index' and sql is not null`.execute(db)
      : await sql<{ name: string }>`select indexname as name from pg_indexes
          where schemaname = 'public' and not exists (
            select 1 from pg_constraint where conname = indexname)`.execute(db);
  return rows.map(({ name }) => name);
}

async function readChecks(db: Db): Promise<string[]> {
  if (engineOf(db) === "postgres") {
    const { rows } = await sql<{ name: string }>`select conname as name from pg_constraint
      where contype = 'c' and connamespace = 'public'::regnamespace`.execute(db);
    return rows.map(({ name }) => name);
  }
  const { rows } = await sql<{ sql: string }>`select sql from sqlite_master
    where type = 'table' and sql is not null`.execute(db);
  return rows.flatMap((table) =>
    [...table.sql.matchAll(/(?:constraint "?(\w+)"?\s+)?\bcheck\s*\(/gi)].map(
      ([, name]) => name ?? `without a name: ${table.sql}`,
    ),
  );
}
