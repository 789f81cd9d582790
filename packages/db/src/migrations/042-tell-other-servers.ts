// On PostgreSQL, servers beside one another hear of new events and of what ends a session or changes a role the
// moment that it is committed. On SQLite they ask the file itself whether it changed.
import { type Kysely, PostgresAdapter, sql } from "kysely";

/** Whatever a server remembers of who may do what. */
const ofPeople = {
  session: "delete",
  siteRoles: "insert or update or delete",
  user: "update or delete",
  secondFactors: "insert or update or delete",
  installation: "update",
};

export async function up(db: Kysely<any>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
  // Who wrote it says so with each connection, so that it does not hear of its own.
  await sql`create function "tellOtherServers"() returns trigger language plpgsql as $$
    begin
      perform pg_notify('studydesk',
        tg_argv[0] || ' ' || coalesce(current_setting('studydesk.server', true), ''));
      return null;
    end $$`.execute(db);
  await sql`create trigger "eventsAreTold" after insert on events
    for each statement execute function "tellOtherServers"('events')`.execute(db);
  for (const [table, changes] of Object.entries(ofPeople)) {
    await sql`create trigger ${sql.ref(`${table}IsTold`)} after ${sql.raw(changes)} on ${sql.table(table)}
      for each statement execute function "tellOtherServers"('people')`.execute(db);
  }
}
