// What a command needs of the installation: its database, brought up to date, and the use cases' deps.
// A command that mails only queues it; the running server sends it.
import { join } from "node:path";
import { createAuditSigner } from "@studydesk/api/audit/create-audit-signer";
import type { Deps } from "@studydesk/api/deps";
import { createLiveEvents } from "@studydesk/api/live-events";
import { createRateLimits } from "@studydesk/api/rate-limits";
import { deriveSecretKeys } from "@studydesk/api/secret-keys";
import { setAuditSigner } from "@studydesk/db/audit/audit-signer";
import { migrate } from "@studydesk/db/migrate";
import { openDatabase } from "@studydesk/db/open-database";
import { type Env, EnvError, readEnv } from "../env";
import { openNoteKeyring } from "../note-key-file";
import { createRegistry } from "../registry/create-registry";

export async function withDeps<T>(work: (deps: Deps, env: Env) => Promise<T>): Promise<T> {
  const env = readEnv(process.env, "cli");
  if (env.isDemoData) {
    process.stderr.write(
      `Working on the demo's data in ${env.dataFolder}. Set STUDYDESK_DATA or DATABASE_URL for others.\n`,
    );
  }
  return withDepsOf(env, (deps) => work(deps, env));
}

export async function withDepsOf<T>(env: Env, work: (deps: Deps) => Promise<T>): Promise<T> {
  const db = openDatabase(env.databaseUrl);
  try {
    await migrate(db);
    if (env.secret) setAuditSigner(db, createAuditSigner(deriveSecretKeys(env.secret).audit));
    return await work(lazyDeps(env, db));
  } finally {
    await db.destroy();
  }
}

/** Most commands need no address and no secret: only the use of one that was not set is refused. */
function lazyDeps(env: Env, db: Deps["db"]): Deps {
  const now = () => new Date();
  const { secret } = env;
  const baseUrl =
    env.baseUrl ?? (env.isDemoData ? `http://${env.host}:${env.port || 4010}` : undefined);
  return {
    db,
    now,
    live: createLiveEvents(),
    limits: createRateLimits(db, now),
    // A running server forgets by itself within seconds.
    viewers: { forgetAll: () => {} },
    registry: createRegistry({ ...env.registry, ownUrl: env.baseUrl }),
    mailQueued: () => {},
    jobQueued: () => {},
    hasMailServer: env.smtp !== undefined,
    // Whoever is erased goes from files that wait there, too.
    ...(env.dataFolder ? { importsFolder: join(env.dataFolder, "imports") } : {}),
    get baseUrl() {
      if (baseUrl !== undefined) return baseUrl;
      const problem = "is not set: this command makes a link. Set what the server has";
      throw new EnvError("STUDYDESK_URL", problem, "https://desk.example.org");
    },
    get noteKeys() {
      return openNoteKeyring(env.noteKeyFile, this.keys.notes);
    },
    get keys() {
      if (secret) return deriveSecretKeys(secret);
      const problem =
        "is not set: this command needs the secret. Name the file that the server has";
      throw new EnvError("STUDYDESK_SECRET_FILE", problem, "/etc/studydesk/secret");
    },
  };
}
