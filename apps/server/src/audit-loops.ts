// What is done for the audit trail beside the requests: its end is kept outside the database every ten minutes and
// when the server stops, mailed once a day where that is set, and the whole of it is checked when somebody asks.
import { workOnAuditCheck } from "@studydesk/api/audit/audit-checks";
import { mailAuditHead } from "@studydesk/api/audit/mail-audit-head";
import type { Deps } from "@studydesk/api/deps";
import { findNewestCheck } from "@studydesk/db/audit/check-queries";
import type { Logger } from "pino";
import type { AnchorKeeper } from "./audit-anchors";
import { holdLease } from "./hold-lease";
import { type Loop, startLoop } from "./start-loop";

const minute = 60_000;
const keepEveryMs = 10 * minute;
/** Longer than a check stays silent; after a crash it rests for as long. */
const leaseMs = minute;

export function startAuditAnchors(parts: {
  deps: Deps;
  keeper: AnchorKeeper;
  mailTo: string | undefined;
  log: Logger;
}): Loop {
  const { deps, keeper, mailTo, log } = parts;
  const reportFault = (error: unknown) =>
    log.warn(
      { err: error },
      "the audit trail's end was not kept outside the database; see STUDYDESK_AUDIT_HEAD_FILE",
    );
  let isFirst = true;
  const loop = startLoop({
    everyMs: keepEveryMs,
    async round() {
      if (isFirst) await keeper.look();
      isFirst = false;
      if (mailTo !== undefined && (await mailAuditHead(deps, mailTo))) deps.mailQueued();
      await keeper.keep();
    },
    reportFault,
  });
  return {
    wake: loop.wake,
    async stop() {
      await loop.stop();
      await keeper.keep().catch(reportFault);
    },
  };
}

export function startAuditChecks({ deps, log }: { deps: Deps; log: Logger }): Loop {
  const lease = holdLease(deps, "audit check", leaseMs);
  return startLoop({
    everyMs: minute,
    async round(signal) {
      const newest = await findNewestCheck(deps.db);
      if (!newest || newest.endedAt !== null || !(await lease.keep())) return;
      try {
        await workOnAuditCheck(deps, signal, () => lease.keep());
      } finally {
        await lease.release();
      }
    },
    reportFault: (error) =>
      log.error({ err: error }, "the check of the audit trail rests, and begins anew in a minute"),
  });
}
