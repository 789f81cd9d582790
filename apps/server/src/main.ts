// Puts the server together and takes it apart again: database, deps, outbox, HTTP. The one place that
// knows all rooms.
import type { Server } from "node:http";
import { dirname, join } from "node:path";
import type { Deps } from "@studydesk/api/deps";
import { requireNoteKeys } from "@studydesk/api/notes/require-note-keys";
import { createAuthHandler } from "@studydesk/api/people/auth-handler";
import { requireSound } from "@studydesk/db/backups/require-sound";
import { hearOthers } from "@studydesk/db/hear-others";
import { migrate } from "@studydesk/db/migrate";
import { isPostgresUrl, openDatabase } from "@studydesk/db/open-database";
import { createTransport } from "@studydesk/mail/transport";
import type { Logger } from "pino";
import { startDrafting } from "./ai/start-drafting";
import { startAlerts } from "./alerts";
import { createAnchorKeeper } from "./audit-anchors";
import { startAuditAnchors, startAuditChecks } from "./audit-loops";
import { listReplacedDatabases } from "./backups/replaced-databases";
import { type Backups, backupPlanOf, startBackups } from "./backups/start-backups";
import { startBulkJobs } from "./bulk-jobs";
import { checkInstallation } from "./check-installation";
import { composeDeps } from "./compose-deps";
import { startDuplicateSearch } from "./duplicate-search";
import type { Env } from "./env";
import { startHousekeeping } from "./housekeeping";
import { createHttpApp } from "./http";
import { createLimitedServer } from "./http/limited-server";
import { guardLog } from "./http/request-log";
import { startLeadImports } from "./lead-imports";
import { type Outbox, startOutbox } from "./outbox";
import { createRegistry } from "./registry/create-registry";
import { startRegistrySync } from "./registry/start-registry-sync";
import { startReminders } from "./reminders";
import type { Loop } from "./start-loop";
import { createStreams } from "./streams";

export interface RunningServer {
  /** Where people reach it. */
  url: string;
  /** Where it listens; behind a proxy that is another address than people use. */
  port: number;
  deps: Deps;
  /** Lets what is under way finish, ten seconds at most. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  env: Env;
  log: Logger;
  now?: () => Date;
}

/** How often streams look again though nothing was announced. */
const lookMs = 60_000;
const stopMs = 10_000;
const closeMs = 2_000;

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { env, now = () => new Date() } = options;
  const log = guardLog(options.log);
  const { secret } = env;
  if (!secret) throw new Error("A server needs its secret: see STUDYDESK_SECRET_FILE.");
  const db = openDatabase(env.databaseUrl);
  const server = createLimitedServer();
  try {
    await requireSound(db);
    await migrate(db);
    const { isDemo } = await checkInstallation(db, env.mode);
    const port = await listen(server, env);
    const url = env.baseUrl ?? `http://${env.host}:${port}`;

    let outbox: Outbox | undefined;
    let bulkJobs: Loop | undefined;
    let leadImports: Loop | undefined;
    let duplicateSearch: Loop | undefined;
    let auditChecks: Loop | undefined;
    let backups: Backups | undefined;
    const { auditHeadFile } = env;
    const anchorKeeper = auditHeadFile
      ? createAnchorKeeper({ db, now, file: auditHeadFile, log })
      : undefined;
    const { deps, auth, viewers } = composeDeps({
      db,
      now,
      baseUrl: url,
      secret,
      noteKeyFile: env.noteKeyFile,
      registry: createRegistry({ ...env.registry, ownUrl: env.baseUrl }),
      draftOverview: await startDrafting(env.ai, log),
      hasMailServer: env.smtp !== undefined,
      mailQueued: () => outbox?.wake(),
      jobQueued: () => bulkJobs?.wake(),
      importsFolder: env.dataFolder && join(env.dataFolder, "imports"),
      importQueued: () => leadImports?.wake(),
      searchWanted: () => duplicateSearch?.wake(),
      backups: env.backups && {
        ...backupPlanOf(env.backups),
        progress: () => backups?.progress(),
        start: (byUserId) => backups?.ask(byUserId),
      },
      replacedDatabases: isPostgresUrl(env.databaseUrl)
        ? undefined
        : () => listReplacedDatabases(dirname(env.databaseUrl)),
      auditAnchors: anchorKeeper,
      auditCheckWanted: () => auditChecks?.wake(),
    });
    await requireNoteKeys(db, deps.noteKeys, now().toISOString());
    const hearing = hearOthers(db, {
      hear({ isAboutPeople }) {
        if (isAboutPeople) viewers.forgetAll();
        deps.live.announce();
      },
      reportFault: (error) =>
        log.warn({ err: error }, "other servers are not heard for now; trying again"),
    });
    // A stream whose session or grace ended while nobody changed anything ends at this look.
    const looking = setInterval(() => deps.live.announce(), lookMs).unref();
    let stopping: Promise<void> | undefined;
    const streams = createStreams(server);
    server.on(
      "request",
      createHttpApp({
        deps,
        viewers,
        handleAuth: createAuthHandler(deps, auth, viewers),
        log,
        trustProxy: env.trustProxy,
        isDemo,
        isStopping: () => stopping !== undefined,
      }),
    );

    const transport = env.smtp && createTransport(env.smtp.url, env.smtp.from);
    if (transport) {
      outbox = startOutbox({ db, now, live: deps.live, transport, random: Math.random, log });
    }
    const housekeeping = startHousekeeping({ db, now, log });
    const alerts = startAlerts({ deps, log });
    bulkJobs = startBulkJobs({ deps, log });
    const reminders = startReminders({ deps, log });
    leadImports = startLeadImports({ deps, log });
    duplicateSearch = startDuplicateSearch({ deps, log });
    const auditAnchors =
      anchorKeeper &&
      startAuditAnchors({ deps, keeper: anchorKeeper, mailTo: env.auditHeadMail, log });
    auditChecks = startAuditChecks({ deps, log });
    backups =
      env.backups &&
      startBackups({ deps, databaseFile: env.databaseUrl, settings: env.backups, log });
    const registrySync = startRegistrySync({ deps, random: Math.random, log });

    async function stop(): Promise<void> {
      log.info("stopping");
      clearInterval(looking);
      // What takes longer is cut off; a mail on its way is then sent again, under the same Message-ID.
      await atMost(
        stopMs,
        Promise.all([
          streams.endAll(),
          hearing.stop(),
          outbox?.stop(),
          alerts.stop(),
          reminders.stop(),
          bulkJobs?.stop(),
          housekeeping.stop(),
          leadImports?.stop(),
          duplicateSearch?.stop(),
          backups?.stop(),
          registrySync?.stop(),
          auditChecks?.stop(),
        ]),
      );
      // After all others: what they wrote last is kept, too.
      await atMost(closeMs, auditAnchors?.stop() ?? Promise.resolve());
      server.closeAllConnections();
      transport?.close();
      // A database that hangs would be waited for without end.
      await atMost(closeMs, db.destroy());
      log.info("stopped");
    }
    log.info({ port, mail: transport ? "sent" : "kept" }, "listening");
    return {
      url,
      port,
      deps,
      stop: () => {
        stopping ??= stop();
        return stopping;
      },
    };
  } catch (error) {
    server.close();
    await db.destroy();
    throw error;
  }
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  let late: NodeJS.Timeout | undefined;
  const deadline = new Promise((resolve) => {
    late = setTimeout(resolve, ms);
  });
  await Promise.race([work, deadline]).finally(() => clearTimeout(late));
}

async function listen(server: Server, { host, port }: Env): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => {
      const isTaken = "code" in error && error.code === "EADDRINUSE";
      reject(
        isTaken
          ? new Error(
              `PORT ${port} is taken by another program. Stop that one, or set another: PORT=${port + 1}`,
            )
          : error,
      );
    });
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return address && typeof address === "object" ? address.port : port;
}
