// What other processes commit to the same database: by LISTEN on PostgreSQL, by the file's own counter on
// SQLite. Carries no content; whoever hears reads the tables. A connection that was lost comes back by itself,
// and its return counts as news, since nobody knows what was missed.
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import pg from "pg";
import { type Db, findPostgresWay } from "./open-database";

export interface OthersNews {
  /** Sessions, roles or accounts may have changed. */
  isAboutPeople: boolean;
}

export interface HearOptions {
  hear(news: OthersNews): void;
  /** It goes on by itself after each. */
  reportFault(error: unknown): void;
}

export interface Hearing {
  /** Resolves once the first connection listens. */
  ready: Promise<void>;
  stop(): Promise<void>;
}

const pollMs = 500;
const firstRetryMs = 100;
const lastRetryMs = 5_000;
/** A connection that is dead without a word is found by asking. */
const askMs = 10_000;
const channel = "studydesk";

export function hearOthers(db: Db, options: HearOptions): Hearing {
  const stopping = new AbortController();
  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>();
  const way = findPostgresWay(db);
  const work = way
    ? listen(way, options, isReady, stopping.signal)
    : poll(db, options, isReady, stopping.signal);
  return {
    ready,
    async stop() {
      stopping.abort();
      await work;
    },
  };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal, ref: false }).catch(() => {});
}

async function poll(
  db: Db,
  { hear, reportFault }: HearOptions,
  isReady: () => void,
  signal: AbortSignal,
): Promise<void> {
  let seen: number | undefined;
  while (!signal.aborted) {
    try {
      // Changed by commits of other connections alone.
      const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db);
      const version = rows[0]?.data_version;
      if (seen !== undefined && version !== seen) hear({ isAboutPeople: true });
      seen = version;
      isReady();
    } catch (error) {
      if (!signal.aborted) reportFault(error);
    }
    await pause(pollMs, signal);
  }
}

async function listen(
  { connectionString, server }: { connectionString: string; server: string },
  { hear, reportFault }: HearOptions,
  isReady: () => void,
  signal: AbortSignal,
): Promise<void> {
  let retryMs = firstRetryMs;
  let isFirst = true;
  while (!signal.aborted) {
    const client = new pg.Client({
      connectionString,
      keepAlive: true,
      connectionTimeoutMillis: askMs,
      query_timeout: askMs,
    });
    const { promise: lost, reject: lose } = Promise.withResolvers<never>();
    lost.catch(() => {});
    client.on("error", lose);
    client.on("end", () => lose(new Error("The connection that listens ended.")));
    client.on("notification", ({ payload = "" }) => {
      const [about, by] = payload.split(" ");
      if (by !== server) hear({ isAboutPeople: about === "people" });
    });
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      if (!isFirst) hear({ isAboutPeople: true });
      isFirst = false;
      retryMs = firstRetryMs;
      isReady();
      while (!signal.aborted) {
        await Promise.race([pause(askMs, signal), lost]);
        if (!signal.aborted) await Promise.race([client.query("select 1"), lost]);
      }
    } catch (error) {
      if (!signal.aborted) reportFault(error);
    }
    // A dead connection says goodbye to nobody.
    await Promise.race([client.end(), pause(1_000, signal)]).catch(() => {});
    await pause(retryMs, signal);
    retryMs = Math.min(retryMs * 2, lastRetryMs);
  }
}
