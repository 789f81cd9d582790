// What somebody decides about an import: how it is read, that it begins, that it stops, that it is
// forgotten or taken back. The server's loop does the work.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import {
  addDeclaredConsentText,
  type NamedImport,
  updateImport,
} from "@studydesk/db/imports/import-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { listStudySites } from "@studydesk/db/studies/study-site-queries";
import type { AuditAction } from "@studydesk/domain/audit/audit-actions";
import type { AuditDetails } from "@studydesk/domain/audit/audit-entry";
import { DomainError } from "@studydesk/domain/errors";
import type { CheckImportInput, ImportPlan } from "@studydesk/domain/imports/import-plan";
import { canImportLeads } from "@studydesk/domain/imports/import-policy";
import {
  endedImportStates,
  type ImportState,
  openImportStates,
} from "@studydesk/domain/imports/import-state";
import { declaredConsentLanguage } from "@studydesk/domain/leads/consent";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { deleteImportFile } from "./import-files";
import { type ImportView, toImportView } from "./import-view";
import { getImport } from "./read-imports";

type ChangeDeps = Pick<Deps, "db" | "now" | "importQueued" | "importsFolder">;

/** Begins the trial run. Throws not_found, invalid, forbidden, conflict. */
export async function planImport(
  deps: ChangeDeps,
  viewer: Viewer,
  { importId, plan }: CheckImportInput,
): Promise<ImportView> {
  const { siteId, studyId, encoding, delimiter } = plan;
  if (!canImportLeads(viewer, siteId)) {
    throw new DomainError(
      "forbidden",
      "Coordinators and admins of that site bring its leads in. Choose a site of yours.",
    );
  }
  if ((await listStudySites(deps.db, [siteId], studyId)).length === 0) {
    throw new DomainError(
      "invalid",
      "This site does not take part in that study. Choose another, or ask the owner to link it.",
      { reason: "not_linked" },
    );
  }
  return change(deps, viewer, importId, openImportStates, {
    state: "checking",
    plan: JSON.stringify(plan),
    ...{ siteId, studyId, encoding, delimiter },
    ...{ checked: null, rowsRead: 0, rowsTotal: null, problem: null },
  });
}

/** Back to the settings: a trial run is called off, what it found is forgotten. */
export async function reopenImport(
  deps: ChangeDeps,
  viewer: Viewer,
  importId: number,
): Promise<ImportView> {
  return change(deps, viewer, importId, openImportStates, {
    state: "uploaded",
    checked: null,
    rowsRead: 0,
  });
}

/** Begins the import as it was tried. Throws not_found, conflict. */
export async function startImport(
  deps: ChangeDeps,
  viewer: Viewer,
  importId: number,
): Promise<ImportView> {
  return change(
    deps,
    viewer,
    importId,
    ["checked"],
    { state: "importing", rowsRead: 0, startedAt: deps.now().toISOString() },
    async (trx, found, at) => {
      const plan: ImportPlan = JSON.parse(found.plan ?? "{}");
      const consentTextId = await addDeclaredConsentText(trx, {
        studyId: plan.studyId,
        importId,
        language: declaredConsentLanguage,
        text: consentWords(plan, found.fileName),
        at,
      });
      await updateImport(trx, importId, ["importing"], { consentTextId });
      return {
        action: "import.started",
        details: {
          studyId: plan.studyId,
          rows: found.rowsTotal,
          consent: plan.consent.kind,
          consentOn: plan.consent.on,
          consentTextId,
        },
      };
    },
  );
}

/** What the leads' consents point to: who said that they agreed, where, and when. */
function consentWords({ consent }: ImportPlan, fileName: string): string {
  const declared = `Given at: ${consent.where}.`;
  return consent.kind === "declared"
    ? `${declared} Declared for every row of ${fileName} by the person who imported it, as given on ${consent.on}.`
    : `${declared} Taken from the consent column of ${fileName}.`;
}

/** What came in until then stays. Throws not_found, conflict. */
export async function stopImport(
  deps: ChangeDeps,
  viewer: Viewer,
  importId: number,
): Promise<ImportView> {
  const action = async () => ({ action: "import.stop_wanted" as const, details: {} });
  return change(deps, viewer, importId, ["importing"], { isStopWanted: 1 }, action);
}

/** The file goes, and with it everything that was in it. Throws not_found, conflict. */
export async function forgetImport(
  deps: ChangeDeps,
  viewer: Viewer,
  importId: number,
): Promise<ImportView> {
  const { storedAs } = await getImport(deps.db, viewer, importId);
  const endedAt = deps.now().toISOString();
  const gone = { state: "cancelled", storedAs: null, checked: null, endedAt } as const;
  const action = async () => ({ action: "import.forgotten" as const, details: {} });
  const view = await change(deps, viewer, importId, openImportStates, gone, action);
  await deleteImportFile(deps, storedAs);
  return view;
}

/** Begins taking it back. Throws not_found, conflict, and rule_broken after its seven days. */
export async function takeBackImport(
  deps: ChangeDeps,
  viewer: Viewer,
  importId: number,
): Promise<ImportView> {
  const found = await getImport(deps.db, viewer, importId);
  const { undoUntil } = toImportView(found, deps.now());
  if (undoUntil === null && endedImportStates.includes(found.state)) {
    throw new DomainError(
      "rule_broken",
      "This import cannot be taken back any more: that goes for seven days. Change its leads by hand.",
      { reason: "too_late" },
    );
  }
  const begun = {
    state: "undoing",
    undoneAt: deps.now().toISOString(),
    undoneByUserId: viewer.userId,
  } as const;
  const action = async () => ({ action: "import.take_back_wanted" as const, details: {} });
  return change(deps, viewer, importId, endedImportStates, begun, action);
}

async function change(
  deps: ChangeDeps,
  viewer: Viewer,
  importId: number,
  from: readonly ImportState[],
  changes: Parameters<typeof updateImport>[3],
  also?: (
    trx: Db,
    found: NamedImport,
    at: string,
  ) => Promise<{ action: AuditAction; details: AuditDetails }>,
): Promise<ImportView> {
  const at = deps.now().toISOString();
  const view = await inTransaction(deps.db, async (trx) => {
    const found = await getImport(trx, viewer, importId);
    if (!(await updateImport(trx, importId, from, changes))) throw movedOn();
    if (also) {
      await addAudit(trx, {
        at,
        actorId: viewer.userId,
        subject: "import",
        subjectId: String(importId),
        siteId: found.siteId,
        ...(await also(trx, found, at)),
      });
    }
    return toImportView(await getImport(trx, viewer, importId), deps.now());
  });
  deps.importQueued?.();
  return view;
}

function movedOn(): DomainError {
  return new DomainError(
    "conflict",
    "This import has moved on meanwhile, here or in another window. Look at how it stands now.",
    { reason: "moved_on" },
  );
}
