// What stands beside each backup: its digest, and what has to be in it. A backup counts as whole once its
// manifest is there, which is written last. Nothing in it is about anybody.
import { readFileSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { repositoryRoot } from "../env";

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const countSchema = z.number().int().nonnegative();

export const manifestSchema = z.object({
  format: z.literal("studydesk backup 1"),
  /** Of Studydesk. */
  version: z.string(),
  madeAt: z.iso.datetime(),
  /** A name alone, no way to another folder. */
  file: z.string().regex(/^[\w.-]{1,200}$/),
  bytes: countSchema,
  sha256: sha256Schema,
  /** `age` (age-encryption.org): whoever has the identity or the passphrase opens it with any age, too. */
  encryption: z.enum(["none", "age"]),
  database: z.object({
    engine: z.literal("sqlite"),
    /** Of the database itself, before it was encrypted. */
    bytes: countSchema,
    sha256: sha256Schema,
    migrations: z.array(z.string()),
    leads: countSchema,
    notes: countSchema,
    auditRows: countSchema,
    auditStart: sha256Schema.nullable(),
    auditHead: z.object({ sequence: countSchema, sha256: sha256Schema }).nullable(),
  }),
});

export type BackupManifest = z.infer<typeof manifestSchema>;

/** A hundred times what one takes. */
const longestManifest = 1_000_000;

/** Undefined: there is none, or it is none. */
export async function readManifest(file: string): Promise<BackupManifest | undefined> {
  try {
    const found = await stat(file);
    if (!found.isFile() || found.size > longestManifest) return undefined;
    return manifestSchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return undefined;
  }
}

export function programVersion(): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(repositoryRoot, "package.json"), "utf8")));
  return version;
}
