// Begins to erase whoever is due at a study site: when an admin says so after a dry run, or the clock by itself.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { listRestingLeads } from "@studydesk/db/retention/due-queries";
import { countDayTold, dropNotices, saveNotices } from "@studydesk/db/retention/notice-queries";
import {
  findRule,
  listRunningRules,
  type StoredRule,
  setLookedAt,
} from "@studydesk/db/retention/rule-queries";
import { addRun, listRuns } from "@studydesk/db/retention/run-queries";
import { findStudySite, type StudySite } from "@studydesk/db/studies/study-site-queries";
import { DomainError } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { isTold, noticeAfter } from "@studydesk/domain/retention/retention-notice";
import {
  aheadDays,
  isDue,
  isOn,
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

/**
 * Looks once an hour at each clock that is on: tells of whoever is due soon, and begins to erase whoever it told of long
 * enough. Gives how many runs it began.
 */
export async function startRunsByClock({ db, now }: Pick<Deps, "db" | "now">): Promise<number> {
  let begun = 0;
  for (const looked of await listRunningRules(db)) {
    const { lookedAt } = looked;
    const since =
      lookedAt === null ? lookEveryMs : Math.abs(now().getTime() - Date.parse(lookedAt));
    if (since < lookEveryMs) continue;
    begun += await inTransaction(db, async (trx) => {
      if (!(await setLookedAt(trx, looked, now().toISOString()))) return 0;
      // Read anew: somebody may have changed it, or begun a run, a moment ago.
      const rule = await findRule(trx, looked.studySiteId);
      const studySite = await findStudySite(trx, looked.studySiteId);
      if (!rule || !studySite || !isOn(rule)) return 0;
      await tell(trx, { rule, studySite, lookedAt, now: now() });
      return beginIfTold(trx, { rule, studySite, now: now() });
    });
  }
  return begun;
}

/** At once what the clock would do at its next look; no day counts by it, for Home told nobody. */
export async function startRunsByCommand({ db, now }: Pick<Deps, "db" | "now">): Promise<number> {
  let begun = 0;
  for (const { studySiteId } of await listRunningRules(db)) {
    begun += await inTransaction(db, async (trx) => {
      const rule = await findRule(trx, studySiteId);
      const studySite = await findStudySite(trx, studySiteId);
      if (!rule || !studySite) return 0;
      return beginIfTold(trx, { rule, studySite, now: now(), by: "command" });
    });
  }
  return begun;
}

/** How many runs that are: none where nobody is due of whom Home told long enough, or one is under way. */
async function beginIfTold(
  trx: Db,
  about: { rule: StoredRule; studySite: StudySite; now: Date; by?: "command" },
): Promise<number> {
  const { rule, studySite, now, by } = about;
  const [newest] = await listRuns(trx, studySite.id, 1);
  if (newest && newest.endedAt === null) return 0;
  const told = await listRestingLeads(trx, studySite, { toldAlone: true });
  const found = told.filter((lead) => isTold(lead.daysTold) && isDue(lead, rule, now)).length;
  if (found === 0) return 0;
  await beginRun(trx, studySite, rule, { found, byUserId: null, now, ...(by ? { by } : {}) });
  return 1;
}

/** Before anybody new: a day counts for those who were told of on the one before. */
async function tell(
  trx: Db,
  about: { rule: StoredRule; studySite: StudySite; lookedAt: string | null; now: Date },
): Promise<void> {
  const { rule, studySite, lookedAt, now } = about;
  const came = noticeAfter(lookedAt, now);
  if (came === "begins_anew") await dropNotices(trx, studySite.id);
  if (came === "a_day_more") await countDayTold(trx, studySite.id);
  const ahead = new Date(now.getTime() + aheadDays * 86_400_000);
  const resting = await listRestingLeads(trx, studySite);
  const soon = resting.filter((lead) => isDue(lead, rule, ahead)).map(({ id }) => id);
  await saveNotices(trx, studySite.id, soon);
}

async function beginRun(
  trx: Db,
  studySite: StudySite,
  rule: RetentionRule,
  run: { found: number; byUserId: string | null; now: Date; by?: "command" },
): Promise<void> {
  const { found, byUserId, now, by } = run;
  const at = now.toISOString();
  const runId = await addRun(trx, { studySiteId: studySite.id, byUserId, startedAt: at, found });
  if (runId === undefined) throw isUnderWay();
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
      ...(by ? { by } : {}),
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
