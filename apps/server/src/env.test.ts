import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { EnvError, type EnvMode, readEnv } from "./env";

const folder = mkdtempSync(join(tmpdir(), "studydesk-env-"));
afterAll(() => rmSync(folder, { recursive: true }));

function secretFile(name: string, bytes: number, mode = 0o600): string {
  const file = join(folder, name);
  writeFileSync(file, "s".repeat(bytes));
  chmodSync(file, mode);
  return file;
}

const whole = {
  STUDYDESK_URL: "https://desk.example.org",
  STUDYDESK_DATA: folder,
  STUDYDESK_SECRET_FILE: secretFile("secret", 48),
};

function problemOf(variables: Record<string, string | undefined>, mode: EnvMode = "serve"): string {
  try {
    readEnv(variables, mode);
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  return "";
}

const backups = { STUDYDESK_BACKUP_DIR: "/mnt/backups" };

it("reads where backups go and how many stay, and makes none in the demo", () => {
  expect(readEnv(whole, "serve").backups).toBeUndefined();
  expect(readEnv({ ...whole, ...backups }, "serve").backups).toEqual({
    ...{ folder: "/mnt/backups", everyHours: 24, recipients: undefined },
    keep: { days: 7, weeks: 4, months: 12 },
  });
  const often = { ...backups, STUDYDESK_BACKUP_HOURS: "6", STUDYDESK_BACKUP_KEEP: "30" };
  expect(readEnv({ ...whole, ...often }, "serve").backups).toMatchObject({
    ...{ everyHours: 6, keep: { days: 30, weeks: 0, months: 0 } },
  });
  expect(readEnv({ STUDYDESK_DATA: folder, ...often }, "demo").backups).toBeUndefined();
});

it("reads what real use needs, with sensible values for the rest", () => {
  expect(readEnv({ ...whole, STUDYDESK_URL: "https://desk.example.org/" }, "serve")).toMatchObject({
    port: 4010,
    host: "127.0.0.1",
    baseUrl: "https://desk.example.org",
    dataFolder: folder,
    databaseUrl: join(folder, "studydesk.db"),
    smtp: undefined,
    trustProxy: false,
    logLevel: "info",
    isDemoData: false,
  });
  expect(
    readEnv(
      {
        ...whole,
        STUDYDESK_DATA: "",
        DATABASE_URL: "postgres://a:b@127.0.0.1/desk",
        PORT: "0",
        HOST: "0.0.0.0",
        SMTP_URL: "smtps://u:p@mail.example.org",
        MAIL_FROM: "Studydesk <desk@example.org>",
        TRUST_PROXY: "10.0.0.0/8, 192.0.2.1",
        LOG_LEVEL: "debug",
      },
      "serve",
    ),
  ).toMatchObject({
    port: 0,
    host: "0.0.0.0",
    dataFolder: undefined,
    databaseUrl: "postgres://a:b@127.0.0.1/desk",
    smtp: { url: "smtps://u:p@mail.example.org", from: "Studydesk <desk@example.org>" },
    trustProxy: ["10.0.0.0/8", "192.0.2.1"],
    logLevel: "debug",
  });
  expect(readEnv({ ...whole, TRUST_PROXY: "1" }, "serve").trustProxy).toBe(1);
  expect(readEnv(whole, "serve").registry).toEqual({
    url: "https://clinicaltrials.gov/api/v2",
    syncHours: undefined,
  });
  const registry = { REGISTRY_URL: "http://127.0.0.1:8080/v2/", REGISTRY_SYNC_HOURS: "24" };
  expect(readEnv({ ...whole, ...registry }, "serve").registry).toEqual({
    url: "http://127.0.0.1:8080/v2",
    syncHours: 24,
  });
  const list = "loopback, fd00::/8, ::1";
  expect(readEnv({ ...whole, TRUST_PROXY: list }, "serve").trustProxy).toEqual(list.split(", "));
  expect(readEnv({ ...whole, TRUST_PROXY: "false" }, "serve").trustProxy).toBe(false);
  expect(readEnv({ ...whole, STUDYDESK_URL: "http://localhost:4010" }, "serve").baseUrl).toBe(
    "http://localhost:4010",
  );
});

describe("serve stops with one sentence that names the variable and gives an example", () => {
  const table: [string, Record<string, string | undefined>, string][] = [
    ["STUDYDESK_URL", { STUDYDESK_URL: undefined }, "is not set"],
    ["STUDYDESK_URL", { STUDYDESK_URL: "desk.example.org" }, "whole address"],
    ["STUDYDESK_URL", { STUDYDESK_URL: "ftp://desk.example.org" }, "https://"],
    ["STUDYDESK_URL", { STUDYDESK_URL: "http://desk.example.org" }, "https://"],
    ["STUDYDESK_URL", { STUDYDESK_URL: "http://127.0.0.1.example.org" }, "https://"],
    ["STUDYDESK_URL", { STUDYDESK_URL: "https://example.org/desk" }, "without a path"],
    ["STUDYDESK_URL", { STUDYDESK_URL: "https://a:b@example.org" }, "without a path"],
    ["STUDYDESK_DATA", { STUDYDESK_DATA: undefined }, "neither is DATABASE_URL"],
    ["DATABASE_URL", { DATABASE_URL: "mysql://localhost/desk" }, "PostgreSQL"],
    ["DATABASE_URL", { DATABASE_URL: "/var/lib/desk.db" }, "PostgreSQL"],
    ["STUDYDESK_SECRET_FILE", { STUDYDESK_SECRET_FILE: undefined }, "is not set"],
    ["STUDYDESK_SECRET_FILE", { STUDYDESK_SECRET_FILE: join(folder, "gone") }, "cannot be read"],
    [
      "STUDYDESK_SECRET_FILE",
      { STUDYDESK_SECRET_FILE: secretFile("short", 31) },
      "31 bytes; at least 32",
    ],
    [
      "STUDYDESK_SECRET_FILE",
      { STUDYDESK_SECRET_FILE: secretFile("open", 48, 0o644) },
      "chmod 600",
    ],
    ["SMTP_URL", { SMTP_URL: "mail.example.org:587" }, "smtp://"],
    ["SMTP_URL", { SMTP_URL: "https://mail.example.org" }, "smtp://"],
    ["MAIL_FROM", { SMTP_URL: "smtp://mail.example.org" }, "is not set, although SMTP_URL is"],
    ["MAIL_FROM", { SMTP_URL: "smtp://mail.example.org", MAIL_FROM: "desk" }, "e-mail address"],
    ["PORT", { PORT: "http" }, "whole number"],
    ["PORT", { PORT: "65536" }, "whole number"],
    ["PORT", { PORT: "-1" }, "whole number"],
    ["PORT", { PORT: "80.5" }, "whole number"],
    ["HOST", { HOST: "http://0.0.0.0" }, "without a scheme"],
    ["TRUST_PROXY", { TRUST_PROXY: "true" }, "number of proxies"],
    ["TRUST_PROXY", { TRUST_PROXY: "10" }, "number of proxies"],
    ["TRUST_PROXY", { TRUST_PROXY: "0.0.0.0/0" }, "number of proxies"],
    ["TRUST_PROXY", { TRUST_PROXY: "999.1.1.1" }, "number of proxies"],
    ["TRUST_PROXY", { TRUST_PROXY: "10.0.0.0/33" }, "number of proxies"],
    ["TRUST_PROXY", { TRUST_PROXY: "10.0.0.1,,10.0.0.2" }, "number of proxies"],
    ["LOG_LEVEL", { LOG_LEVEL: "loud" }, "one of trace"],
    ["REGISTRY_URL", { REGISTRY_URL: "http://registry.example.org" }, "https://"],
    ["REGISTRY_URL", { REGISTRY_URL: "https://a:b@registry.example.org" }, "without a name"],
    ["REGISTRY_SYNC_HOURS", { REGISTRY_SYNC_HOURS: "0" }, "whole number of hours"],
    ["REGISTRY_SYNC_HOURS", { REGISTRY_SYNC_HOURS: "daily" }, "whole number of hours"],
    ["STUDYDESK_BACKUP_DIR", { STUDYDESK_BACKUP_HOURS: "24" }, "although other settings"],
    ["STUDYDESK_BACKUP_DIR", { ...backups, DATABASE_URL: "postgres://127.0.0.1/x" }, "for SQLite"],
    ["STUDYDESK_BACKUP_HOURS", { ...backups, STUDYDESK_BACKUP_HOURS: "0" }, "number of hours"],
    ["STUDYDESK_BACKUP_KEEP", { ...backups, STUDYDESK_BACKUP_KEEP: "all" }, "days/weeks/months"],
    ["STUDYDESK_BACKUP_TO", { ...backups, STUDYDESK_BACKUP_TO: "age1x" }, "public key"],
  ];
  it.each(table)("%s: %o", (variable, wrong, words) => {
    const problem = problemOf({ ...whole, ...wrong });
    expect(problem.startsWith(`${variable} `)).toBe(true);
    expect(problem).toContain(words);
    expect(problem).toContain(`Example: ${variable}=`);
    expect(problem).not.toContain("\n");
  });

  it("and never says what a secret or a password is", () => {
    const problem = problemOf({ ...whole, SMTP_URL: "https://user:hunter2@mail.example.org" });
    expect(problem).not.toContain("hunter2");
    expect(problemOf({ ...whole, STUDYDESK_SECRET_FILE: secretFile("few", 9) })).not.toContain(
      "sssss",
    );
  });
});

it("reads what holds a password from a file that nobody else can read", () => {
  const file = join(folder, "database-url");
  writeFileSync(file, "postgres://studydesk:hidden@127.0.0.1/studydesk\n", { mode: 0o600 });
  const named = { ...whole, DATABASE_URL_FILE: file };
  expect(readEnv(named, "serve").databaseUrl).toBe(
    "postgres://studydesk:hidden@127.0.0.1/studydesk",
  );
  // Said outright, it counts; and nothing else is read from files.
  const said = { ...named, DATABASE_URL: "postgres://127.0.0.1/other", PORT_FILE: file };
  expect(readEnv(said, "serve").databaseUrl).toBe("postgres://127.0.0.1/other");
  chmodSync(file, 0o644);
  expect(problemOf(named)).toBe(
    `DATABASE_URL_FILE names ${file}, which everybody on this machine may read. Close it with: chmod 600 ${file}. Example: DATABASE_URL_FILE=/etc/studydesk/database_url`,
  );
  writeFileSync(file, "mysql://studydesk:hidden@127.0.0.1/x");
  chmodSync(file, 0o600);
  expect(problemOf(named)).toContain("DATABASE_URL must be a PostgreSQL address");
  expect(problemOf(named)).not.toContain("hidden");
});

it("keeps the demo on this machine, in its own folder, with a secret of its own", () => {
  const data = join(folder, "demo");
  const variables = {
    STUDYDESK_DATA: data,
    DATABASE_URL: "postgres://real@db.example.org/desk",
    STUDYDESK_URL: "https://desk.example.org",
  };
  const env = readEnv(variables, "demo");
  expect(env).toMatchObject({
    host: "127.0.0.1",
    baseUrl: undefined,
    databaseUrl: join(data, "studydesk.db"),
    isDemoData: true,
  });
  expect(env.secret?.length).toBeGreaterThanOrEqual(32);
  expect(statSync(join(data, "secret")).mode & 0o777).toBe(0o600);
  expect(readEnv(variables, "demo").secret).toEqual(env.secret);
  expect(problemOf({ ...variables, HOST: "0.0.0.0" }, "demo")).toContain("HOST must stay");
});

it("lets a command run on a given database without an address or a secret", () => {
  expect(readEnv({ STUDYDESK_DATA: folder }, "cli")).toMatchObject({
    baseUrl: undefined,
    secret: undefined,
    isDemoData: false,
  });
});
