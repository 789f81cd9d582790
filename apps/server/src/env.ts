// Everything that is set from outside, read once and checked. A wrong value stops the start with one
// sentence: which variable, what is wrong, and a value that would do.
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type AiSettings, readAiSettings } from "./ai/read-ai-settings";
import { type BackupSettings, readBackupSettings } from "./backups/read-backup-settings";
import {
  addressSchema,
  baseUrlSchema,
  databaseUrlSchema,
  hostSchema,
  hoursSchema,
  type LogLevel,
  logLevelSchema,
  mailFromSchema,
  portSchema,
  registryUrlSchema,
  smtpUrlSchema,
  trustProxySchema,
} from "./env-schemas";
import { readPrivateFile } from "./private-file";
import { readOrMakeSecret, readSecretFile } from "./secret-file";

/** `demo` is `pnpm start`, `serve` is real use, `cli` are the commands beside a server. */
export type EnvMode = "demo" | "serve" | "cli";

export interface Env {
  readonly mode: EnvMode;
  readonly port: number;
  readonly host: string;
  /** Without a slash at the end. Undefined: the address that the server listens on. */
  readonly baseUrl: string | undefined;
  /** Undefined only with PostgreSQL and no data folder. */
  readonly dataFolder: string | undefined;
  /** What `openDatabase` takes. */
  readonly databaseUrl: string;
  /** Undefined: mail is kept in the outbox. */
  readonly smtp: { url: string; from: string } | undefined;
  readonly registry: {
    /** The API, version 2, without a slash at the end. */
    readonly url: string;
    /** Undefined: the server never looks by itself. */
    readonly syncHours: number | undefined;
  };
  /** Undefined: plain-language texts are written by hand. */
  readonly ai: AiSettings | undefined;
  /** Undefined only for commands that were not given one. */
  readonly secret: Buffer | undefined;
  /** Where the keys of private notes stand once they were rotated. Undefined only without a secret. */
  readonly noteKeyFile: string | undefined;
  /** Where the audit chain's ends are kept outside the database. Undefined only without a secret. */
  readonly auditHeadFile: string | undefined;
  /** Who gets the chain's end once a day. */
  readonly auditHeadMail: string | undefined;
  /** Undefined: this server makes no backups by itself. */
  readonly backups: BackupSettings | undefined;
  /** What Express takes as "trust proxy". */
  readonly trustProxy: false | number | string[];
  readonly logLevel: LogLevel;
  /** The data are the demo's own. */
  readonly isDemoData: boolean;
}

export const repositoryRoot = fileURLToPath(new URL("../../..", import.meta.url));

/** Its message is the sentence to print. */
export class EnvError extends Error {
  constructor(variable: string, problem: string, example: string) {
    super(`${variable} ${problem}. Example: ${variable}=${example}`);
    this.name = "EnvError";
  }
}

type Variables = Readonly<Record<string, string | undefined>>;

export function readEnv(variables: Variables, mode: EnvMode): Env {
  const read = createReader(variables);
  const host = read("HOST", hostSchema, "127.0.0.1") ?? "127.0.0.1";
  if (mode === "demo" && host !== "127.0.0.1" && host !== "localhost") {
    const problem = "must stay on this machine for the demo, whose passwords are in a file";
    throw new EnvError("HOST", problem, "127.0.0.1");
  }
  const data = readData(read, mode);
  const baseUrl = mode === "demo" ? undefined : read("STUDYDESK_URL", baseUrlSchema, urlExample);
  if (mode === "serve" && baseUrl === undefined) {
    const problem =
      "is not set: links in mail and the sign-in need the address people reach you at";
    throw new EnvError("STUDYDESK_URL", problem, urlExample);
  }
  return {
    mode,
    host,
    port: read("PORT", portSchema, "4010") ?? 4010,
    baseUrl,
    ...data,
    smtp: readSmtp(read),
    registry: {
      url: read("REGISTRY_URL", registryUrlSchema, registryExample) ?? registryExample,
      syncHours: read("REGISTRY_SYNC_HOURS", hoursSchema, "24"),
    },
    ai: readAiSettings(read, (...told) => new EnvError(...told)),
    ...readSecret(read, mode, data),
    auditHeadMail: read("AUDIT_HEAD_MAIL", addressSchema, auditHeadMailExample),
    // The demo has nothing that would have to be kept.
    backups:
      mode === "demo"
        ? undefined
        : readBackupSettings(read, (...told) => new EnvError(...told), data.databaseUrl),
    trustProxy: read("TRUST_PROXY", trustProxySchema, "1") ?? false,
    // The demo's terminal is for its addresses; the log says what went wrong.
    logLevel: read("LOG_LEVEL", logLevelSchema, "info") ?? (mode === "demo" ? "warn" : "info"),
  };
}

type Read = <T>(variable: string, schema: z.ZodType<T>, example: string) => T | undefined;

/** Their values hold passwords, and may stand in a file that the same name with _FILE names. */
const alsoInFiles = ["DATABASE_URL", "SMTP_URL"];

/** An empty value counts as not set: that is how a compose file or a shell unsets one. */
function createReader(variables: Variables): Read {
  return (variable, schema, example) => {
    const value = variables[variable]?.trim() || readValueFile(variables, variable);
    if (!value) return undefined;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new EnvError(variable, parsed.error.issues[0]?.message ?? "is not understood", example);
  };
}

function readValueFile(variables: Variables, variable: string): string | undefined {
  const name = `${variable}_FILE`;
  const file = variables[name]?.trim();
  if (!file || !alsoInFiles.includes(variable)) return undefined;
  const read = readPrivateFile(resolve(file));
  if (read.ok) return read.text;
  throw new EnvError(name, read.problem, `/etc/studydesk/${variable.toLowerCase()}`);
}

function readData(
  read: Read,
  mode: EnvMode,
): Pick<Env, "dataFolder" | "databaseUrl" | "isDemoData"> {
  const given = read("STUDYDESK_DATA", z.string(), dataExample);
  // The demo never touches a real database, whatever the shell has set for it.
  const postgres =
    mode === "demo" ? undefined : read("DATABASE_URL", databaseUrlSchema, databaseExample);
  if (mode === "serve" && !given && !postgres) {
    const problem = "is not set, and neither is DATABASE_URL: say where the data live";
    throw new EnvError("STUDYDESK_DATA", problem, dataExample);
  }
  if (postgres) {
    return {
      dataFolder: given && resolve(given),
      databaseUrl: postgres,
      isDemoData: false,
    };
  }
  const dataFolder = given ? resolve(given) : join(repositoryRoot, "data", "demo");
  return {
    dataFolder,
    databaseUrl: join(dataFolder, "studydesk.db"),
    isDemoData: mode === "demo" || !given,
  };
}

function readSmtp(read: Read): Env["smtp"] {
  const url = read("SMTP_URL", smtpUrlSchema, smtpExample);
  const from = read("MAIL_FROM", mailFromSchema, mailFromExample);
  if (!url) return undefined;
  if (!from) {
    const problem = "is not set, although SMTP_URL is: mail needs a sender";
    throw new EnvError("MAIL_FROM", problem, mailFromExample);
  }
  return { url, from };
}

function readSecret(
  read: Read,
  mode: EnvMode,
  data: Pick<Env, "dataFolder" | "databaseUrl" | "isDemoData">,
): Pick<Env, "secret" | "noteKeyFile" | "auditHeadFile"> {
  const headFile = read("STUDYDESK_AUDIT_HEAD_FILE", z.string(), auditHeadFileExample);
  if (data.isDemoData) {
    const file = join(dirname(data.databaseUrl), "secret");
    return {
      secret: readOrMakeSecret(file),
      noteKeyFile: `${file}.keys`,
      auditHeadFile: resolve(headFile ?? `${file}.heads`),
    };
  }
  const file = read("STUDYDESK_SECRET_FILE", z.string(), secretExample);
  if (!file) {
    if (mode === "cli") {
      const auditHeadFile = headFile && resolve(headFile);
      return { secret: undefined, noteKeyFile: undefined, auditHeadFile };
    }
    const problem =
      "is not set: sessions and private notes need a secret. Make one with: (umask 077 && openssl rand -base64 48 > secret)";
    throw new EnvError("STUDYDESK_SECRET_FILE", problem, secretExample);
  }
  const found = readSecretFile(resolve(file));
  if (!found.ok) throw new EnvError("STUDYDESK_SECRET_FILE", found.problem, secretExample);
  const keyFile = read("STUDYDESK_KEY_FILE", z.string(), keyFileExample) ?? `${file}.keys`;
  return {
    secret: found.secret,
    noteKeyFile: resolve(keyFile),
    auditHeadFile: resolve(headFile ?? `${file}.heads`),
  };
}

const registryExample = "https://clinicaltrials.gov/api/v2";
const urlExample = "https://desk.example.org";
const dataExample = "/var/lib/studydesk";
const databaseExample = "postgres://studydesk:password@127.0.0.1:5432/studydesk";
const smtpExample = "smtp://user:password@mail.example.org:587";
const mailFromExample = '"Studydesk <desk@example.org>"';
const secretExample = "/etc/studydesk/secret";
const auditHeadFileExample = "/var/lib/studydesk-heads/heads.jsonl";
const auditHeadMailExample = "audit@example.org";
const keyFileExample = "/etc/studydesk/secret.keys";
