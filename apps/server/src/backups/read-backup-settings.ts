// Whether the server makes backups by itself, from outside: a folder, how often, how many stay, and to which
// public keys they are encrypted. Without a folder it makes none.
import { resolve } from "node:path";
import { isPostgresUrl } from "@studydesk/db/open-database";
import { usualHours } from "@studydesk/domain/backups/backup";
import { z } from "zod";
import { hoursSchema } from "../env-schemas";
import { readRecipients } from "./read-backup-keys";
import { defaultKeep, type Keep, keepExample, keepProblem, readKeep } from "./read-keep";

export interface BackupSettings {
  readonly folder: string;
  readonly everyHours: number;
  readonly keep: Keep;
  /** Undefined: backups are not encrypted. */
  readonly recipients: readonly string[] | undefined;
}

type Read = <T>(variable: string, schema: z.ZodType<T>, example: string) => T | undefined;
/** Its three say which variable, what is wrong, and a value that would do. */
type Fail = (variable: string, problem: string, example: string) => Error;

const folderExample = "/mnt/backups/studydesk";
const keyExample = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

const keepSchema = z.string().transform((text, ctx) => {
  const keep = readKeep(text);
  if (keep) return keep;
  ctx.addIssue({ code: "custom", message: keepProblem });
  return z.NEVER;
});

const recipientsSchema = z.string().transform((text, ctx) => {
  try {
    return readRecipients(text);
  } catch {
    const message =
      "must be a public key, or several with commas between; make a pair with pnpm studydesk backup-key FILE";
    ctx.addIssue({ code: "custom", message });
    return z.NEVER;
  }
});

export function readBackupSettings(
  read: Read,
  fail: Fail,
  databaseUrl: string,
): BackupSettings | undefined {
  const folder = read("STUDYDESK_BACKUP_DIR", z.string(), folderExample);
  const everyHours = read("STUDYDESK_BACKUP_HOURS", hoursSchema, String(usualHours));
  const keep = read("STUDYDESK_BACKUP_KEEP", keepSchema, keepExample);
  const recipients = read("STUDYDESK_BACKUP_TO", recipientsSchema, keyExample);
  if (!folder) {
    if (!everyHours && !keep && !recipients) return undefined;
    const problem = "is not set, although other settings of backups are";
    throw fail("STUDYDESK_BACKUP_DIR", problem, folderExample);
  }
  if (isPostgresUrl(databaseUrl)) {
    const problem =
      "is for SQLite: PostgreSQL's own tools make its backups, and pnpm studydesk backup says how. Unset it";
    throw fail("STUDYDESK_BACKUP_DIR", problem, "");
  }
  return {
    folder: resolve(folder),
    everyHours: everyHours ?? usualHours,
    keep: keep ?? defaultKeep,
    recipients,
  };
}
