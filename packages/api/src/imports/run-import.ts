// The import itself, portion by portion. What a portion's rows became and the counter that says how far the
// file was read are one transaction: killed at any moment, it goes on with the next row, and no row comes
// in twice or not at all.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { advanceImport, updateImport } from "@studydesk/db/imports/import-queries";
import { addRejects } from "@studydesk/db/imports/reject-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { listStudySites } from "@studydesk/db/studies/study-site-queries";
import { canImportLeads } from "@studydesk/domain/imports/import-policy";
import type { ImportProblem, ImportState } from "@studydesk/domain/imports/import-state";
import { readWorker } from "../bulk/read-worker";
import type { Deps } from "../deps";
import { bringLeads, type LeadToBring, lockIncomingLeads } from "../leads/insert-lead";
import { tellOfManyLeads } from "../record-change";
import { deleteImportFile, importFile } from "./import-files";
import { judgeRows, type Verdict } from "./judge-rows";
import { isFileGone, letOthersGo, type OpenImport, openImport, portionsOf } from "./open-import";
import { readTable, type TableRow } from "./read-table";

/** Screens that hear of every portion would do nothing else. */
const tellEveryMs = 500;

type RunDeps = Pick<Deps, "db" | "now" | "live" | "importsFolder">;

/** Returns when the import ended, another worker has it, or the server stops. */
export async function runImport(
  deps: RunDeps,
  importId: number,
  hold: () => Promise<boolean>,
): Promise<void> {
  const open = await openImport(deps, importId);
  const { found, plan } = open;
  if (found.isStopWanted) return end(deps, open, "cancelled", "stopped");
  if (!(await takesPart(deps.db, open))) return end(deps, open, "failed", "study_site_gone");
  let done = found.rowsRead;
  let toldAt = 0;
  try {
    for await (const rows of readTable(importFile(deps, found.storedAs ?? ""), plan)) {
      for (const portion of portionsOf(rows.filter(({ row }) => row > done))) {
        const isTelling = deps.now().getTime() - toldAt >= tellEveryMs;
        if (!(await mayGoOn(deps.db, open))) return await end(deps, open, "failed", "role_gone");
        if (!(await bringPortion(deps, open, portion, done, isTelling))) return;
        done += portion.length;
        if (isTelling) {
          toldAt = deps.now().getTime();
          deps.live.announce();
        }
        await letOthersGo();
      }
      if (!(await hold())) return;
    }
  } catch (error) {
    if (!isFileGone(error)) throw error;
    return end(deps, open, "failed", "file_gone");
  }
  await end(deps, open, "done", null);
}

async function takesPart(db: Db, { plan }: OpenImport): Promise<boolean> {
  return (await listStudySites(db, [plan.siteId], plan.studyId)).length > 0;
}

/** Leads come in under the name of whoever brought the file: not once they may not do so any more. */
async function mayGoOn(db: Db, { found, plan }: OpenImport): Promise<boolean> {
  return canImportLeads(await readWorker(db, found.byUserId), plan.siteId);
}

/** False: this import is not ours to go on with. */
async function bringPortion(
  deps: RunDeps,
  open: OpenImport,
  rows: readonly TableRow[],
  done: number,
  isTelling: boolean,
): Promise<boolean> {
  const { found, plan, read } = open;
  const at = deps.now().toISOString();
  const by = { userId: found.byUserId, at };
  return inTransaction(deps.db, async (trx) => {
    // Two imports of the same people at once: the second one finds what the first one brought.
    await lockIncomingLeads(trx, plan);
    const parts = { plan, read, importId: found.id, seen: new Map() };
    const verdicts = await judgeRows(trx, rows, parts);
    const leads = verdicts.flatMap((verdict) =>
      "lead" in verdict ? [toLead(open, verdict.lead)] : [],
    );
    const refused = verdicts.flatMap((verdict) => ("problem" in verdict ? [verdict] : []));
    const here = refused.filter(({ problem }) => problem.reason === "already_here").length;
    const isOurs = await advanceImport(trx, found.id, {
      from: done,
      to: done + rows.length,
      made: leads.length,
      here,
      rejected: refused.length - here,
    });
    if (!isOurs) return false;
    const ids = await bringLeads(trx, leads, by);
    await addRejects(
      trx,
      refused.map((verdict) => toReject(found.id, verdict, leads, ids)),
    );
    if (ids.length > 0) {
      await addAudit(trx, {
        at,
        actorId: found.byUserId,
        action: "leads.imported",
        subject: "import",
        subjectId: String(found.id),
        siteId: plan.siteId,
        details: {
          studyId: plan.studyId,
          leads: ids.length,
          firstLeadId: ids[0] ?? null,
          lastLeadId: ids.at(-1) ?? null,
        },
      });
    }
    if (isTelling) await tellOfManyLeads(trx, { siteIds: [plan.siteId], at, byUserId: by.userId });
    return true;
  });
}

function toLead(
  { found, plan }: OpenImport,
  { row, note, consentAt, ...person }: Extract<Verdict, { lead: unknown }>["lead"],
): LeadToBring {
  return {
    ...person,
    studyId: plan.studyId,
    siteId: plan.siteId,
    consent: { consentTextId: found.consentTextId ?? 0, givenAt: consentAt },
    activity: { kind: "imported", importId: found.id, row, fileName: found.fileName, note },
    importId: found.id,
    importRow: row,
  };
}

function toReject(
  importId: number,
  { row, problem, emailFolded }: Extract<Verdict, { problem: unknown }>,
  leads: readonly LeadToBring[],
  ids: readonly number[],
) {
  // The lead of an earlier row of this portion has its number only now.
  const made = leads.findIndex((lead) => lead.importRow === problem.sameAsRow);
  return {
    importId,
    row: row.row,
    line: row.line,
    reason: problem.reason,
    field: problem.field ?? null,
    leadId: problem.leadId ?? ids[made] ?? null,
    sameAsRow: problem.sameAsRow ?? null,
    emailFolded,
    cells: row.cells,
  };
}

/** Ends it and deletes the file: what is in it stands in the leads now, or among the rejected rows. */
async function end(
  deps: RunDeps,
  { found, plan }: OpenImport,
  state: Extract<ImportState, "done" | "cancelled" | "failed">,
  problem: ImportProblem | null,
): Promise<void> {
  const at = deps.now().toISOString();
  const isEnded = await inTransaction(deps.db, async (trx) => {
    // What the trial run found holds words of the file.
    const changes = { state, problem, storedAs: null, checked: null, endedAt: at };
    if (!(await updateImport(trx, found.id, ["importing"], changes))) return false;
    await addAudit(trx, {
      at,
      actorId: found.byUserId,
      action: `import.${state}`,
      subject: "import",
      subjectId: String(found.id),
      siteId: plan.siteId,
      details: { studyId: plan.studyId, problem },
    });
    await tellOfManyLeads(trx, { siteIds: [plan.siteId], at, byUserId: found.byUserId });
    return true;
  });
  if (!isEnded) return;
  await deleteImportFile(deps, found.storedAs);
  deps.live.announce();
}
