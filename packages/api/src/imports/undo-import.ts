// Takes a whole import back: its leads go, except those that somebody has worked on since. Portion by
// portion, like the import itself.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { advanceUndo, updateImport } from "@studydesk/db/imports/import-queries";
import { deleteRejects } from "@studydesk/db/imports/reject-queries";
import {
  deleteLeads,
  listLeadsOfImport,
  listUntouchedLeads,
} from "@studydesk/db/leads/delete-leads";
import { inTransaction } from "@studydesk/db/open-database";
import type { Deps } from "../deps";
import { tellOfManyLeads } from "../record-change";
import { letOthersGo, openImport } from "./open-import";

/** Taking a lead out of what is searched by costs more than putting it in. */
const leadsPerPortion = 20;

/** Returns when nothing is left to take back, or the server stops. */
export async function workOnUndo(
  deps: Pick<Deps, "db" | "now" | "live">,
  importId: number,
  hold: () => Promise<boolean>,
): Promise<void> {
  const { found, plan } = await openImport(deps, importId);
  const actorId = found.undoneByUserId;
  const audit = { actorId, subject: "import", subjectId: String(importId), siteId: plan.siteId };
  let from = found.undoneUpTo;
  for (;;) {
    const at = deps.now().toISOString();
    const to = await inTransaction(deps.db, async (trx) => {
      const ids = await listLeadsOfImport(trx, importId, { after: from, limit: leadsPerPortion });
      const last = ids.at(-1);
      if (last === undefined) return undefined;
      const untouched = await listUntouchedLeads(trx, ids);
      const kept = ids.length - untouched.length;
      const portion = { from, to: last, removed: untouched.length, kept };
      if (!(await advanceUndo(trx, importId, portion))) return "not_ours" as const;
      await deleteLeads(trx, untouched);
      await addAudit(trx, {
        ...audit,
        at,
        action: "leads.import_taken_back",
        details: {
          leads: untouched.length,
          kept,
          firstLeadId: ids[0] ?? null,
          lastLeadId: last,
        },
      });
      await tellOfManyLeads(trx, { siteIds: [plan.siteId], at, byUserId: actorId });
      return last;
    });
    if (to === "not_ours") return;
    deps.live.announce();
    if (to === undefined) break;
    from = to;
    await letOthersGo();
    if (!(await hold())) return;
  }
  const at = deps.now().toISOString();
  await inTransaction(deps.db, async (trx) => {
    if (!(await updateImport(trx, importId, ["undoing"], { state: "undone" }))) return;
    await deleteRejects(trx, importId, at);
    await addAudit(trx, { ...audit, at, action: "import.taken_back", details: {} });
  });
}
