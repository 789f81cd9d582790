// What the server's loop does with imports: goes on with each that is under way, one worker at a time, and
// clears away what was kept long enough.
import {
  findImport,
  listForgottenImports,
  listWorkingImports,
  updateImport,
} from "@studydesk/db/imports/import-queries";
import { deleteRejects, listKeptRejects } from "@studydesk/db/imports/reject-queries";
import { releaseLease, takeLease } from "@studydesk/db/leases";
import { inTransaction } from "@studydesk/db/open-database";
import { importKeptDays, openImportStates } from "@studydesk/domain/imports/import-state";
import type { Deps } from "../deps";
import { checkImport } from "./check-import";
import { deleteImportFile, sweepImportFiles } from "./import-files";
import { runImport } from "./run-import";
import { workOnUndo } from "./undo-import";

const hour = 3_600_000;
/** What a killed server left is taken up after this; that no row comes in twice is the counter's doing. */
const leaseMs = 5_000;

export type ImportWorkDeps = Pick<Deps, "db" | "now" | "live" | "importsFolder">;

/** `owner` names this process; a fault in one import does not hold up the others. */
export async function workOnImports(
  deps: ImportWorkDeps,
  worker: { owner: string; isStopping: () => boolean; reportFault: (error: unknown) => void },
): Promise<void> {
  const { db, now } = deps;
  const { owner, isStopping } = worker;
  for (const importId of await listWorkingImports(db)) {
    const name = `lead import ${importId}`;
    const lease = () => takeLease(db, { name, owner, now: now(), ms: leaseMs });
    const hold = async () => !isStopping() && (await lease());
    if (!(await hold())) continue;
    try {
      await workOnOne(deps, importId, hold);
    } catch (error) {
      worker.reportFault(error);
    } finally {
      await releaseLease(db, { name, owner });
    }
  }
}

async function workOnOne(
  deps: ImportWorkDeps,
  importId: number,
  hold: () => Promise<boolean>,
): Promise<void> {
  const found = await findImport(deps.db, "all", importId);
  if (found?.state === "checking") await checkImport(deps, importId, hold);
  if (found?.state === "importing") await runImport(deps, importId, hold);
  if (found?.state === "undoing") await workOnUndo(deps, importId, hold);
}

/** Files that nobody decided about, and rejected rows, go after seven days; what a crash left, at once. */
export async function purgeImports(deps: ImportWorkDeps): Promise<void> {
  const { db, now } = deps;
  const before = new Date(now().getTime() - importKeptDays * 24 * hour).toISOString();
  for (const id of await listForgottenImports(db, before)) {
    const at = now().toISOString();
    const found = await findImport(db, "all", id);
    const gone = {
      state: "cancelled",
      problem: "waited_too_long",
      storedAs: null,
      checked: null,
      endedAt: at,
    } as const;
    const isGone = await updateImport(db, id, openImportStates, gone);
    if (found && isGone) await deleteImportFile(deps, found.storedAs);
  }
  for (const id of await listKeptRejects(db, before)) {
    await inTransaction(db, (trx) => deleteRejects(trx, id, now().toISOString()));
  }
  await sweepImportFiles(deps, hour);
}
