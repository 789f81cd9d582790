// A desk with a study to import leads for, a folder for files, and the worker's round as tests call it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Db } from "@studydesk/db/open-database";
import { buildStudy } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import type { ImportPlan } from "@studydesk/domain/imports/import-plan";
import type { RowField } from "@studydesk/domain/imports/row-problems";
import { onTestFinished } from "vitest";
import { takeImportFile } from "../imports/take-file";
import { workOnImports } from "../imports/work-on-imports";
import { buildCaller } from "./build-caller";
import { buildDeps } from "./build-deps";

/** A usual table: its columns, its first line, and a line for each number. */
export const columns: RowField[] = ["first_name", "last_name", "email", "phone"];
export const header = "First name,Last name,E-mail,Phone\n";
export const person = (n: number) =>
  `Given${n},Family${n},person${n}@example.org,(312) 555-01${String(n % 100).padStart(2, "0")}\n`;

export async function buildImportDesk(db: Db) {
  const importsFolder = mkdtempSync(join(tmpdir(), "studydesk-imports-"));
  onTestFinished(() => rmSync(importsFolder, { recursive: true, force: true }));
  const deps = buildDeps(db, { importsFolder });
  const { id: siteId } = await buildSite(db);
  const studyId = await buildStudy(db);
  const createdAt = deps.now().toISOString();
  await db
    .insertInto("studySites")
    .values({ studyId, siteId, locationId: null, recruiting: "recruiting", createdAt })
    .execute();
  const kim = await buildPerson(db, { role: "coordinator", siteId, name: "Kim Example" });
  const asKim = buildCaller(deps, kim);
  let files = 0;

  /** Brings a file as Kim; gives the import's id and how it was taken to be written. */
  async function bring(content: string | Buffer) {
    files += 1;
    const storedAs = `file-${files}`;
    const bytes = Buffer.from(content);
    writeFileSync(join(importsFolder, storedAs), bytes);
    const name = "open-day.csv";
    const taken = await takeImportFile(deps, kim, { storedAs, name, bytes: bytes.length });
    const { encoding, delimiter } = await asKim.imports.get(taken);
    return { ...taken, encoding, delimiter };
  }

  /** Reads it with these columns, everything else as most people would have it. */
  function planFor(
    file: Pick<ImportPlan, "encoding" | "delimiter">,
    columns: readonly (RowField | null)[],
    overrides: Partial<ImportPlan> = {},
  ): ImportPlan {
    return {
      ...{ encoding: file.encoding, delimiter: file.delimiter, hasHeader: true },
      ...{ siteId, studyId, dateOrder: "dmy", source: "import", statuses: {} },
      columns: [...columns],
      consent: { kind: "declared", where: "Paper list of the open day", on: "2026-08-15" },
      ...overrides,
    };
  }

  /** One round of the server's loop; it stops once `isStopping` says so. */
  const work = (isStopping = () => false) =>
    workOnImports(deps, {
      owner: "test",
      isStopping,
      reportFault: (error) => {
        throw error;
      },
    });

  /** The whole way from a file to leads; gives the import as it ended. */
  async function importAll(
    content: string | Buffer,
    columns: readonly (RowField | null)[],
    overrides: Partial<ImportPlan> = {},
  ) {
    const file = await bring(content);
    const { importId } = file;
    await asKim.imports.check({ importId, plan: planFor(file, columns, overrides) });
    await work();
    const { checked } = await asKim.imports.get({ importId });
    await asKim.imports.start({ importId });
    await work();
    return { ...(await asKim.imports.get({ importId })), checked };
  }

  return { db, deps, importsFolder, siteId, studyId, kim, asKim, bring, planFor, work, importAll };
}
