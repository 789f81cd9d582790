// Begins to erase whoever is due at a study site: when an admin says so after a dry run, or the clock by itself.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { findRule, listRunningRules, setLookedAt } from "@studydesk/db/retention/rule-queries";
import { addRun, listRuns } from "@studydesk/db/retention/run-queries";
import { findStudySite, type StudySite } from "@studydesk/db/studies/study-site-queries";
import { DomainError } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import {
  graceMs,
  noRule,
  type RetentionRule,
  type StartRetentionRunInput,
} from "@studydesk/domain/retention/retention-rule";
import type { Deps } from "../deps";
import { getStudySiteToManage } from "./get-study-site";
import { countDue } from "./read-retention";

const lookEveryMs = 3_600_000;

/** Throws not_found, forbidden, conflict where it is not as many any more, rule_broken while another run works. */
export async function startRetentionRun(
  deps: Pick<Deps, "db" | "now" | "live" | "jobQueued">,
  viewer: Viewer,
  { studySiteId, typedCount }: StartRetentionRunInput,
): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const studySite = await getStudySiteToManage(trx, viewer, studySiteId);
    const [newest] = await listRuns(trx, studySite.id, 1);
    if (newest && newest.endedAt === null) throw isUnderWay();
    const rule = (await findRule(trx, studySite.id)) ?? noRule;
    const found = await countDue(trx, studySite, rule, deps.now());
    if (found !== typedCount) throw isAnotherNumber(found);
    await beginRun(trx, studySite, rule, { found, byUserId: viewer.userId, now: deps.now() });
  });
  deps.jobQueued();
  deps.live.announce();
}

/** Looks once an hour at each clock that stands unchanged for a week. Gives how many runs it began. */
export async function startRunsByClock({ db, now }: Pick<Deps, "db" | "now">): Promise<number> {
  let begun = 0;
  const before = new Date(now().getTime() - graceMs).toISOString();
  for (const { studySiteId, lookedAt } of await listRunningRules(db, before)) {
    const since =
      lookedAt === null ? lookEveryMs : Math.abs(now().getTime() - Date.parse(lookedAt));
    if (since < lookEveryMs) continue;
    begun += await inTransaction(db, async (trx) => {
      await setLookedAt(trx, studySiteId, now().toISOString());
      // Read anew: somebody may have changed it, or begun a run, a moment ago.
      const rule = await findRule(trx, studySiteId);
      const studySite = await findStudySite(trx, studySiteId);
      const [newest] = await listRuns(trx, studySiteId, 1);
      const isBusy = newest !== undefined && newest.endedAt === null;
      if (!rule || !studySite || rule.changedAt > before || isBusy) return 0;
      const found = await countDue(trx, studySite, rule, now());
      if (found === 0) return 0;
      await beginRun(trx, studySite, rule, { found, byUserId: null, now: now() });
      return 1;
    });
  }
  return begun;
}

async function beginRun(
  trx: Db,
  studySite: StudySite,
  rule: RetentionRule,
  { found, byUserId, now }: { found: number; byUserId: string | null; now: Date },
): Promise<void> {
  const at = now.toISOString();
  const runId = await addRun(trx, {
    ...{ studySiteId: studySite.id, byUserId, startedAt: at, found },
  });
  await addAudit(trx, {
    at,
    actorId: byUserId,
    action: "study_site.retention_run_started",
    subject: "study",
    subjectId: String(studySite.studyId),
    siteId: studySite.siteId,
    details: {
      runId,
      found,
      closedMonths: rule.closedMonths,
      consentedMonths: rule.consentedMonths,
      recordsKeptUntil: rule.recordsKeptUntil,
    },
  });
}

function isUnderWay(): DomainError {
  return new DomainError(
    "rule_broken",
    "People of this study site are being erased at this moment. Wait until that is done, then look again.",
    { reason: "under_way" },
  );
}

function isAnotherNumber(found: number): DomainError {
  return new DomainError(
    "conflict",
    `Nothing was erased: ${found} are due now. Look at the list again, then type that number.`,
    { reason: "another_number", details: { found } },
  );
}
