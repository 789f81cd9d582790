// The server's own looks at the registry: now and then, study by study, those that were not looked at for
// longest first. Several servers on one database take turns by a lease. Nothing here stops a server.
import { randomUUID } from "node:crypto";
import type { Deps } from "@studydesk/api/deps";
import type { SyncOutcome } from "@studydesk/api/studies/sync-study";
import { releaseLease, takeLease } from "@studydesk/db/leases";
import { listStudiesToCheck } from "@studydesk/db/studies/registry-check-queries";
import type { Logger } from "pino";
import { syncEach, type Wait, wait as waitFor } from "./sync-each";

export interface RegistrySync {
  /** Resolves when no look is under way any more. */
  stop(): Promise<void>;
}

export interface RegistrySyncOptions {
  deps: Deps;
  /** In [0, 1). */
  random: () => number;
  log: Logger;
  wait?: Wait;
}

const hour = 3_600_000;
const betweenRoundsMs = 10 * 60_000;
// Longer than one study can take when the registry lets every timeout run out.
const leaseMs = 5 * 60_000;
const studiesPerRound = 200;

const lease = "registry sync";

/** Undefined where REGISTRY_SYNC_HOURS is not set: then it looks only when asked. */
export function startRegistrySync(options: RegistrySyncOptions): RegistrySync | undefined {
  const { deps, random, log } = options;
  const { db, now, registry } = deps;
  const { syncHours } = registry;
  if (syncHours === undefined) return undefined;
  const { wait = waitFor } = options;
  const owner = randomUUID();
  const stopping = new AbortController();
  const { signal } = stopping;
  const between = syncHours * hour;

  const holdLease = () => takeLease(db, { name: lease, owner, now: now(), ms: leaseMs });

  async function round(): Promise<void> {
    if (!(await holdLease())) return;
    try {
      const at = now().getTime();
      const due = await listStudiesToCheck(db, {
        before: new Date(at - between).toISOString(),
        // What was in the way may be gone within the hour.
        problemsBefore: new Date(at - Math.min(between, hour)).toISOString(),
        limit: studiesPerRound,
      });
      const nctIds = due.map(({ nctId }) => nctId);
      for await (const outcome of syncEach(deps, nctIds, { signal, wait })) {
        tell(outcome);
        if (!(await holdLease())) return;
      }
    } finally {
      await releaseLease(db, { name: lease, owner });
    }
  }

  function tell(outcome: SyncOutcome): void {
    const about = { nctId: outcome.nctId, result: outcome.result };
    if (outcome.result === "not_taken") {
      log.warn({ ...about, reason: outcome.reason }, "the registry's record was not taken over");
    } else if (outcome.result === "unchanged") log.debug(about, "the registry has nothing new");
    else
      log.info({ ...about, changes: outcome.changes.length }, "the registry's record taken over");
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        // Servers that start together do not ask together.
        await wait(betweenRoundsMs * (0.5 + random()), signal);
        await round();
      } catch (error) {
        if (!signal.aborted) log.error({ err: error }, "the look at the registry failed; goes on");
      }
    }
  }

  const ended = run();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}
