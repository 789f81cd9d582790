// Imports of leads: coordinators and admins of the site; before a site is chosen, whoever brought the file.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { updateImport } from "@studydesk/db/imports/import-queries";
import type { ImportPlan } from "@studydesk/domain/imports/import-plan";
import type { ImportState } from "@studydesk/domain/imports/import-state";
import { onTestFinished } from "vitest";
import { takeImportFile } from "../../imports/take-file";
import { answers, everybodySignedIn, type GridRow, type Place } from "./grid";

const reading = { encoding: "utf-8", delimiter: ",", hasHeader: true } as const;

/** An import that a colleague brought for the place's site, in the given state. */
async function importOf(place: Place, state: ImportState): Promise<{ importId: number }> {
  const { deps, colleague, siteId, studyId } = place;
  const importsFolder = mkdtempSync(join(tmpdir(), "studydesk-grid-"));
  onTestFinished(() => rmSync(importsFolder, { recursive: true, force: true }));
  writeFileSync(join(importsFolder, "file"), "name,email\nAmara Voss,amara@example.org\n");
  Object.assign(deps, { importsFolder });
  const file = { storedAs: "file", name: "people.csv", bytes: 44 };
  const { importId } = await takeImportFile(deps, colleague, file);
  const endedAt = state === "done" ? deps.now().toISOString() : null;
  const plan = JSON.stringify(planOf(place));
  await updateImport(deps.db, importId, ["uploaded"], {
    ...{ state, siteId, studyId, plan, endedAt },
    leadsMade: 1,
  });
  return { importId };
}

function planOf({ siteId, studyId }: Place): ImportPlan {
  return {
    ...reading,
    ...{ siteId, studyId, dateOrder: "dmy", source: "import", statuses: {} },
    columns: ["name", "email"],
    consent: { kind: "declared", where: "On paper", on: "2026-08-01" },
  };
}

const seesImport = answers({
  coordinator: "ok",
  investigator: "not_found",
  admin: "ok",
  elsewhere: "not_found",
  owner: "not_found",
});

export const importRows: Readonly<Record<string, GridRow>> = {
  "imports.list": { call: (caller) => caller.imports.list({}), outcomes: everybodySignedIn("ok") },
  "imports.targets": {
    call: (caller) => caller.imports.targets(),
    outcomes: everybodySignedIn("ok"),
  },
  "imports.get": {
    call: async (caller, place) => caller.imports.get(await importOf(place, "uploaded")),
    outcomes: seesImport,
  },
  "imports.preview": {
    call: async (caller, place) =>
      caller.imports.preview({ ...(await importOf(place, "uploaded")), ...reading }),
    outcomes: seesImport,
  },
  "imports.leads": {
    call: async (caller, place) => caller.imports.leads(await importOf(place, "done")),
    outcomes: seesImport,
  },
  "imports.check": {
    call: async (caller, place) =>
      caller.imports.check({ ...(await importOf(place, "uploaded")), plan: planOf(place) }),
    outcomes: answers({
      coordinator: "ok",
      investigator: "forbidden",
      admin: "ok",
      elsewhere: "forbidden",
      owner: "forbidden",
    }),
  },
  "imports.reopen": {
    call: async (caller, place) => caller.imports.reopen(await importOf(place, "checked")),
    outcomes: seesImport,
  },
  "imports.start": {
    call: async (caller, place) => caller.imports.start(await importOf(place, "checked")),
    outcomes: seesImport,
  },
  "imports.stop": {
    call: async (caller, place) => caller.imports.stop(await importOf(place, "importing")),
    outcomes: seesImport,
  },
  "imports.forget": {
    call: async (caller, place) => caller.imports.forget(await importOf(place, "checked")),
    outcomes: seesImport,
  },
  "imports.takeBack": {
    call: async (caller, place) => caller.imports.takeBack(await importOf(place, "done")),
    outcomes: seesImport,
  },
};
