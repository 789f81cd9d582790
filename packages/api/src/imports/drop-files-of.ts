// Somebody had themselves erased: a file that waits to be imported, or is being read, must not keep them.
// Whoever holds such a file goes without it; what came in before stays in the leads, where it was erased.
import { listStoredImports, updateImport } from "@studydesk/db/imports/import-queries";
import { openImportStates, workingImportStates } from "@studydesk/domain/imports/import-state";
import { foldEmail } from "@studydesk/domain/leads/fold-email";
import type { Deps } from "../deps";
import { deleteImportFile, importFile } from "./import-files";
import { isFileGone, letOthersGo } from "./open-import";
import { readTable, type TableRow } from "./read-table";

export interface ErasedPerson {
  /** All that they were known under, folded. */
  addresses: readonly string[];
  /** Digits. */
  phones: readonly string[];
}

export async function dropImportFilesOf(
  deps: Pick<Deps, "db" | "now" | "importsFolder">,
  person: ErasedPerson,
): Promise<void> {
  if (deps.importsFolder === undefined) return;
  for (const { id, storedAs, encoding, delimiter } of await listStoredImports(deps.db)) {
    const reading = { encoding, delimiter, hasHeader: false };
    if (!(await isInFile(importFile(deps, storedAs), reading, person))) continue;
    await updateImport(deps.db, id, [...openImportStates, ...workingImportStates], {
      state: "cancelled",
      problem: "person_erased",
      storedAs: null,
      checked: null,
      endedAt: deps.now().toISOString(),
    });
    await deleteImportFile(deps, storedAs);
  }
}

async function isInFile(
  file: string,
  reading: Parameters<typeof readTable>[1],
  person: ErasedPerson,
): Promise<boolean> {
  const isPerson = createMatch(person);
  try {
    for await (const rows of readTable(file, reading)) {
      if (rows.some(isPerson)) return true;
      await letOthersGo();
    }
    return false;
  } catch (error) {
    if (isFileGone(error)) return false;
    throw error;
  }
}

/** A number is known by its last digits: files write the rest in many ways. */
const tellingDigits = 8;

function createMatch({ addresses, phones }: ErasedPerson): (row: TableRow) => boolean {
  const ends = phones
    .filter((digits) => digits.length >= tellingDigits)
    .map((digits) => digits.slice(-tellingDigits));
  return ({ cells }) => {
    const folded = foldEmail(cells.join("\n"));
    if (addresses.some((address) => folded.includes(address))) return true;
    const numbers = cells
      .filter(({ length }) => length < 60)
      .map((cell) => cell.replace(/\D/g, ""));
    return ends.some((end) => numbers.some((digits) => digits.endsWith(end)));
  };
}
