// On PostgreSQL its own tools make backups. Studydesk says with which words, and looks at what can be looked
// at: whether the tool is here and new enough, and whether a dump is one of ours.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { openDatabase } from "@studydesk/db/open-database";
import { sql } from "kysely";
import { backupName } from "./backup-names";

const run = promisify(execFile);

export async function postgresBackupWords(
  databaseUrl: string,
  folder: string,
  at: Date,
): Promise<string[]> {
  const file = join(folder, backupName(at, false).replace(/\.db$/, ".dump"));
  return [
    "No backup was made: this installation is on PostgreSQL, whose own tool makes it. Run:",
    `  umask 077 && pg_dump --format=custom --file=${quoted(file)} "$DATABASE_URL"`,
    `  pnpm studydesk restore ${quoted(file)}   (looks at the file and says how to bring it back; changes nothing)`,
    await fitOfTool(databaseUrl),
  ];
}

async function fitOfTool(databaseUrl: string): Promise<string> {
  const tool = await versionOf("pg_dump");
  const server = await serverVersion(databaseUrl);
  const servers =
    server === undefined ? "The server does not answer now" : `The server is ${server}`;
  if (tool === undefined) {
    return `${servers}, and pg_dump is not on this machine: install PostgreSQL's client programs of that version, or newer.`;
  }
  const isOld = server !== undefined && tool < server;
  const verdict = isOld
    ? "it refuses newer servers, so install the server's version or a newer one"
    : "it will do";
  return `${servers}, and pg_dump here is ${tool}: ${verdict}.`;
}

/** What a dump is, in lines; `isOurs` false: do not bring it back. */
export async function postgresRestoreWords(
  file: string,
): Promise<{ isOurs: boolean; lines: string[] }> {
  const list = await run("pg_restore", ["--list", file], { maxBuffer: 1 << 26 }).catch(
    (error: NodeJS.ErrnoException) => error,
  );
  if (list instanceof Error) {
    const line =
      list.code === "ENOENT"
        ? "pg_restore is not on this machine, so the file was not looked at. Install PostgreSQL's client programs."
        : "pg_restore cannot read this file: it is damaged, or was not made with pg_dump --format=custom. Take another one.";
    return { isOurs: false, lines: [line] };
  }
  const isOurs = ["leads", "audit", "kysely_migration"].every((table) =>
    new RegExp(` TABLE DATA \\S+ ${table} `).test(list.stdout),
  );
  if (!isOurs)
    return { isOurs, lines: ["The file is a dump, but of no Studydesk. Take another one."] };
  return {
    isOurs,
    lines: [
      "The dump's list of contents can be read, and it is of a Studydesk. Whether each row is whole shows only when it is brought back. Nothing was changed.",
      "Stop the server, then bring it back beside the old database and point DATABASE_URL at it:",
      "  createdb studydesk_restored",
      `  pg_restore --exit-on-error --single-transaction --no-owner --dbname=studydesk_restored ${quoted(file)}`,
      "  pnpm studydesk audit restored   (with DATABASE_URL at it: ends all sessions, and the audit trail says from where it goes on)",
    ],
  };
}

async function versionOf(tool: string): Promise<number | undefined> {
  const said = await run(tool, ["--version"]).catch(() => undefined);
  const major = /(\d+)[.\d]*/.exec(said?.stdout ?? "")?.[1];
  return major === undefined ? undefined : Number(major);
}

async function serverVersion(databaseUrl: string): Promise<number | undefined> {
  const db = openDatabase(databaseUrl);
  try {
    const { rows } = await sql<{ version: number }>`
      select current_setting('server_version_num')::integer / 10000 as version`.execute(db);
    return rows[0]?.version;
  } catch {
    return undefined;
  } finally {
    await db.destroy();
  }
}

/** For a shell. */
function quoted(path: string): string {
  return /^[\w./:@-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
