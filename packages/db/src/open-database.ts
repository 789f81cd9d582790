// The one way to a database: SQLite under the data folder, or PostgreSQL by its URL. Same queries,
// same migrations. Guards two rules: an answered write is on the disk (synchronous FULL), and inside
// a transaction nobody uses the outer handle (on SQLite that would wait for itself for ever).
import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { chmodSync, mkdirSync } from "node:fs";
import { Socket } from "node:net";
import { dirname } from "node:path";
import BetterSqlite from "better-sqlite3";
import {
  CompiledQuery,
  type DialectAdapter,
  Kysely,
  type KyselyPlugin,
  PostgresDialect,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteStatement,
} from "kysely";
import pg from "pg";
import { signAuditTail } from "./audit/audit-signer";
import { beginAuditTail } from "./audit/audit-tail";
import { explainFailure } from "./explain-failure";
import type { Schema } from "./schema";

/** A handle for queries: the database itself, or the transaction under way. Query functions take it first. */
export type Db = Kysely<Schema>;

const withinTransaction = new AsyncLocalStorage<true>();

/**
 * Opens `postgres://…`, `postgresql://…` or a SQLite file (its path; folders are made).
 * The caller migrates (`migrate`) and ends with `db.destroy()`.
 */
export function openDatabase(url: string, patience: Patience = usualPatience): Db {
  return guardTransactions(isPostgresUrl(url) ? openPostgres(url, patience) : openSqlite(url));
}

/** How long PostgreSQL may take, in milliseconds; 0: as long as it likes. SQLite waits five seconds for others. */
export interface Patience {
  /** One statement, and a transaction in which nothing is asked. PostgreSQL itself sees to it. */
  statementMs: number;
  /** A connection without a byte, to a PostgreSQL that does not even say no. Longer than a statement. */
  silentMs: number;
}

const usualPatience: Patience = { statementMs: 30_000, silentMs: 40_000 };

/**
 * For statements that take as long as the database is large, such as new indexes: on PostgreSQL a connection of
 * its own that waits for them. Not within a transaction.
 */
export async function withPatience<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  const way = findPostgresWay(db);
  if (!way) return work(db);
  const patient = openDatabase(way.connectionString, { statementMs: 0, silentMs: 0 });
  try {
    return await work(patient);
  } finally {
    await patient.destroy();
  }
}

export function isPostgresUrl(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url);
}

/**
 * Everything `work` writes is there at the end, or none of it. Use only the handle it is given.
 * On SQLite it takes the write lock at its start, so a version that was read stays true until commit.
 * What it wrote to the audit chain is signed before it ends.
 */
export async function inTransaction<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  let afterCommit = () => {};
  const result = await db.transaction().execute(async (trx) => {
    beginAuditTail(trx);
    const done = await work(trx);
    afterCommit = await signAuditTail(trx);
    return done;
  });
  afterCommit();
  return result;
}

function openSqlite(file: string): Kysely<Schema> {
  // Leads are nobody else's business on this machine.
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const sqlite = new BetterSqlite(file);
  try {
    chmodSync(file, 0o600);
    sqlite.pragma("journal_mode = WAL");
    sqlite.pragma("synchronous = FULL");
    sqlite.pragma("foreign_keys = ON");
    // What is deleted is overwritten, too.
    sqlite.pragma("secure_delete = ON");
    sqlite.pragma("busy_timeout = 5000");
    // Triggers and views call nothing that reaches out of the database, whoever wrote them.
    sqlite.pragma("trusted_schema = OFF");
  } catch (cause) {
    sqlite.close();
    throw new Error(explainFailure(cause) ?? "The database file cannot be used.", { cause });
  }
  const db = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: reuseStatements(sqlite) }),
  });
  directWays.set(db.getExecutor().adapter, {
    isInTransaction: () => sqlite.inTransaction,
    prepare: <Row>(text: string) => sqlite.prepare<unknown[], Row>(withSteadyPlan(text)),
  });
  return db;
}

/** SQLite itself, for what is compiled already. */
export interface DirectWay {
  isInTransaction(): boolean;
  prepare<Row>(text: string): BetterSqlite.Statement<unknown[], Row>;
}

/** By what all handles of one database share. */
const directWays = new WeakMap<DialectAdapter, DirectWay>();

/**
 * Kysely's way to the one connection of SQLite takes longer than most answers, and is needed to wait for
 * somebody else's transaction alone: then, and on PostgreSQL, this is undefined.
 */
export function findDirectWay(db: Db): DirectWay | undefined {
  const way = directWays.get(db.getExecutor().adapter);
  if (!way || db.isTransaction) return way;
  refuseWithinTransaction();
  return way.isInTransaction() ? undefined : way;
}

/** To PostgreSQL beside the pool; `server` is by whose name this handle writes. */
export interface PostgresWay {
  connectionString: string;
  server: string;
}

const postgresWays = new WeakMap<DialectAdapter, PostgresWay>();

/** Undefined on SQLite. */
export function findPostgresWay(db: Db): PostgresWay | undefined {
  return postgresWays.get(db.getExecutor().adapter);
}

function openPostgres(
  connectionString: string,
  { statementMs, silentMs }: Patience,
): Kysely<Schema> {
  const server = randomUUID();
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    // A server that takes the connection and then says nothing must not hold up everybody for ever.
    connectionTimeoutMillis: 10_000,
    statement_timeout: statementMs,
    // Whoever hangs amid a transaction must not hold its locks for ever.
    idle_in_transaction_session_timeout: 2 * statementMs,
    keepAlive: true,
    stream: () => endWhenSilent(new Socket(), silentMs),
    // count(*) and bigint arrive as numbers, as on SQLite.
    types: {
      getTypeParser: (oid, format) =>
        oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
    },
  });
  // A connection that the server drops must not end the process, be it idle or amid a transaction: the
  // query under way fails, and the next one gets a new connection.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({
      pool,
      // So that a server does not hear of its own changes as if they were another one's.
      onCreateConnection: async (connection) => {
        const name = CompiledQuery.raw("select set_config('studydesk.server', $1, false)", [
          server,
        ]);
        await connection.executeQuery(name);
      },
    }),
  });
  postgresWays.set(db.getExecutor().adapter, { connectionString, server });
  return db;
}

/** Not even an answer that it takes too long: whoever is at the other end is gone, or hangs. */
function endWhenSilent(socket: Socket, silentMs: number): Socket {
  return socket.setTimeout(silentMs, () => {
    const silent = new Error("PostgreSQL said nothing for too long.");
    socket.destroy(Object.assign(silent, { code: "ETIMEDOUT" }));
  });
}

/** Kysely compiles the same text for the same query: preparing it once saves most of a small query's time. */
function reuseStatements(sqlite: BetterSqlite.Database): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  const most = 500;
  return {
    prepare(sql) {
      const text = statementFor(sql, sqlite.inTransaction);
      let statement = prepared.get(text);
      if (!statement) {
        statement = sqlite.prepare<unknown[]>(withSteadyPlan(text));
        if (prepared.size >= most) {
          const [oldest] = prepared.keys();
          if (oldest !== undefined) prepared.delete(oldest);
        }
        prepared.set(text, statement);
      }
      return statement;
    },
    close() {
      prepared.clear();
      sqlite.close();
    },
  };
}

/**
 * SQLite plans a statement anew each time a bare parameter gets a value that it could have planned by, which
 * takes ten times what most answers take. Behind a plus sign, which changes nothing, it does not look.
 */
function withSteadyPlan(sql: string): string {
  return sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g, (found) =>
    found === "?" ? "+?" : found,
  );
}

function statementFor(sql: string, inTransaction: boolean): string {
  // A plain begin takes the write lock at the first write, too late to trust what was read before.
  if (sql === "begin") return "begin immediate";
  // On a full disk SQLite rolls back by itself; a second time would hide why.
  if (sql === "rollback" && !inTransaction) return "select 1";
  return sql;
}

function guardTransactions(plain: Kysely<Schema>): Kysely<Schema> {
  const refuseOuterUse: KyselyPlugin = {
    transformQuery({ node }) {
      refuseWithinTransaction();
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const guarded = plain.withPlugin(refuseOuterUse);
  // What is compiled already passes no plugin.
  guarded.executeQuery = (query, options) => {
    refuseWithinTransaction();
    return plain.executeQuery(query, options);
  };
  guarded.transaction = () => {
    refuseWithinTransaction();
    const builder = plain.transaction();
    const execute = builder.execute.bind(builder);
    builder.execute = (work) => withinTransaction.run(true, () => execute(work));
    return builder;
  };
  return guarded;
}

function refuseWithinTransaction(): void {
  if (withinTransaction.getStore()) {
    throw new Error("The outer db was used inside a transaction: pass on the trx handle instead.");
  }
}
