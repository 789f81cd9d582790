// Works on retention runs, a chunk of leads at a time. A lead, what is said of it and how far the run is are one
// transaction: whatever ends the program, the next start goes on. Each lead is judged anew before it is erased.
import { findLead, holdLeads, listLeadRecords } from "@studydesk/db/leads/lead-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { listRestingLeads, type RestingLead } from "@studydesk/db/retention/due-queries";
import { listLeadsOfFile } from "@studydesk/db/retention/person-file-queries";
import { findRule } from "@studydesk/db/retention/rule-queries";
import {
  countRun,
  findRunToWork,
  holdRun,
  type RetentionRun,
  setRunEnded,
} from "@studydesk/db/retention/run-queries";
import { withSavepoint } from "@studydesk/db/savepoint";
import { findStudySite, type StudySite } from "@studydesk/db/studies/study-site-queries";
import { lockSubmissionsOf } from "@studydesk/db/submissions/submission-queries";
import { isTold } from "@studydesk/domain/retention/retention-notice";
import { isDue, noRule } from "@studydesk/domain/retention/retention-rule";
import type { ErasedPerson } from "../imports/drop-files-of";
import { clearAfterErasing, type EraseDeps, erasePerson } from "../leads/erase-lead";
import { recordChange, tellOfManyLeads } from "../record-change";

/** Looked at in one go; most of them are not due. */
const lookedAtPerChunk = 500;
/** Small enough that nobody at the desk waits for it. */
const erasedPerChunk = 20;

interface Chunk {
  erased: ErasedPerson[];
  /** Nobody is left. */
  isAtEnd: boolean;
}

/**
 * One chunk of the oldest run; false when none is under way. `reportFault` hears of a lead that could not be erased
 * for no reason that anybody foresaw, and of files that could not be swept.
 */
export async function workOnRetentionRun(
  deps: EraseDeps,
  reportFault: (error: unknown, runId: number) => void,
): Promise<boolean> {
  const run = await findRunToWork(deps.db);
  if (!run) return false;
  const { erased, isAtEnd } = await inTransaction(deps.db, (trx) =>
    workOnChunk(trx, run, deps.now(), reportFault),
  );
  deps.live.announce();
  // Old bytes lie in the files until nobody is left: to write them anew for each chunk would take too long. It comes
  // before the run is said to be over, so that a crash in between does not leave them there.
  await clearAfterErasing(deps, erased, (error) => reportFault(error, run.id), { sweep: isAtEnd });
  if (isAtEnd) await endRun(deps, run);
  return true;
}

async function workOnChunk(
  trx: Db,
  run: RetentionRun,
  now: Date,
  reportFault: (error: unknown, runId: number) => void,
): Promise<Chunk> {
  if (!(await holdRun(trx, run))) return { erased: [], isAtEnd: false };
  const studySite = await findStudySite(trx, run.studySiteId);
  // Whoever changed it meanwhile did not ask for this run: nobody further is erased by it.
  const stored = await findRule(trx, run.studySiteId);
  const rule = stored && stored.changedAt <= run.startedAt ? stored : noRule;
  const page = { after: run.upToLeadId, limit: lookedAtPerChunk };
  const look = async () => (studySite ? await listRestingLeads(trx, studySite, page) : []);
  const looked = await look();
  // By the clock nobody who was not told of: a rule that was changed amid a run takes nobody by surprise.
  const isToGo = (lead: RestingLead) =>
    isDue(lead, rule, now) && (run.byUserId !== null || isTold(lead.daysTold));
  const due = looked.filter(isToGo);
  const chosen = due.slice(0, erasedPerChunk).map(({ id }) => id);
  const upTo = due.length > erasedPerChunk ? chosen.at(-1) : looked.at(-1)?.id;
  // In the order in which a message takes them: this, the lead, and the audit's lock last.
  for (const lead of await listLeadRecords(trx, studySite ? [studySite.siteId] : [], chosen)) {
    await lockSubmissionsOf(trx, lead);
  }
  const held = [];
  for (const id of chosen) held.push(...(await listLeadsOfFile(trx, id)));
  await holdLeads(
    trx,
    held.map(({ id }) => id),
  );
  // Somebody may have opened one again, or the person written, until it was held.
  const stillDue = new Set((await look()).filter(isToGo).map(({ id }) => id));
  const going = chosen.filter((id) => stillDue.has(id));
  const erased: ErasedPerson[] = [];
  for (const id of going) {
    const person = studySite && (await eraseOne(trx, run, studySite, id, now, reportFault));
    if (person) erased.push(person);
  }
  await countRun(trx, run.id, {
    erased: erased.length,
    failed: going.length - erased.length,
    upToLeadId: upTo ?? run.upToLeadId,
  });
  if (studySite && erased.length > 0) {
    const siteIds = [studySite.siteId];
    await tellOfManyLeads(trx, { siteIds, at: now.toISOString(), byUserId: run.byUserId });
  }
  return { erased, isAtEnd: looked.length === 0 };
}

async function eraseOne(
  trx: Db,
  run: RetentionRun,
  studySite: StudySite,
  leadId: number,
  now: Date,
  reportFault: (error: unknown, runId: number) => void,
): Promise<ErasedPerson | undefined> {
  try {
    return await withSavepoint(trx, async () => {
      const lead = await findLead(trx, [studySite.siteId], leadId);
      if (!lead) return undefined;
      const { byUserId, id: runId } = run;
      return erasePerson(trx, lead, { now, reason: "retention", byUserId, runId });
    });
  } catch (error) {
    reportFault(error, run.id);
    return undefined;
  }
}

async function endRun(deps: EraseDeps, { id }: RetentionRun): Promise<void> {
  const at = deps.now().toISOString();
  await inTransaction(deps.db, async (trx) => {
    const run = await setRunEnded(trx, id, at);
    const studySite = run && (await findStudySite(trx, run.studySiteId));
    if (!run || !studySite) return;
    await recordChange(trx, {
      at,
      actorId: run.byUserId,
      action: "study_site.retention_run_ended",
      subject: "study",
      subjectId: String(studySite.studyId),
      siteId: studySite.siteId,
      details: { runId: id, found: run.found, erased: run.erased, failed: run.failed },
    });
  });
  deps.live.announce();
}
