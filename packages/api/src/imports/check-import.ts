// The trial run: the whole file is read and judged as the import would, and nothing is written but the
// numbers. Broken off, it begins anew.
import { updateImport } from "@studydesk/db/imports/import-queries";
import { mostStatusWords } from "@studydesk/domain/imports/import-plan";
import { type ImportProblem, mostImportRows } from "@studydesk/domain/imports/import-state";
import type { RowProblem, RowReason, RowRemark } from "@studydesk/domain/imports/row-problems";
import type { Deps } from "../deps";
import { importFile } from "./import-files";
import { judgeRows, type SeenPeople, type Verdict } from "./judge-rows";
import { isFileGone, letOthersGo, openImport, portionsOf } from "./open-import";
import { readTable } from "./read-table";

export interface CheckedImport {
  rows: number;
  /** Rows that would become leads. */
  fine: number;
  refused: Partial<Record<RowReason, number>>;
  remarks: Partial<Record<RowRemark, number>>;
  /** The first rows of each kind of problem; numbers and reasons alone. */
  samples: (RowProblem & { row: number; line: number })[];
  /** Words of the status column that mean nothing yet. */
  unknownStatuses: string[];
}

const samplesPerReason = 5;

/** Returns when the trial run ended, was called off, or the server stops. */
export async function checkImport(
  deps: Pick<Deps, "db" | "now" | "importsFolder">,
  importId: number,
  hold: () => Promise<boolean>,
): Promise<void> {
  const { db } = deps;
  const { found, plan, read } = await openImport(deps, importId);
  const checked: CheckedImport = {
    ...{ rows: 0, fine: 0, refused: {}, remarks: {} },
    ...{ samples: [], unknownStatuses: [] },
  };
  const seen: SeenPeople = new Map();
  try {
    for await (const rows of readTable(importFile(deps, found.storedAs ?? ""), plan)) {
      for (const portion of portionsOf(rows)) {
        const verdicts = await judgeRows(db, portion, { plan, read, importId, seen });
        for (const verdict of verdicts) count(checked, verdict);
        await letOthersGo();
      }
      if (checked.rows > mostImportRows) return await giveUp("too_many_rows");
      const isWanted = await updateImport(db, importId, ["checking"], { rowsRead: checked.rows });
      if (!isWanted || !(await hold())) return;
    }
  } catch (error) {
    if (!isFileGone(error)) throw error;
    return giveUp("file_gone");
  }
  await updateImport(db, importId, ["checking"], {
    state: "checked",
    checked: JSON.stringify(checked),
    rowsTotal: checked.rows,
  });

  async function giveUp(problem: ImportProblem): Promise<void> {
    const isGone = problem === "file_gone";
    await updateImport(db, importId, ["checking"], {
      problem,
      state: isGone ? "failed" : "uploaded",
      ...(isGone ? { storedAs: null, endedAt: deps.now().toISOString() } : {}),
    });
  }
}

function count(checked: CheckedImport, verdict: Verdict): void {
  checked.rows += 1;
  if ("lead" in verdict) {
    checked.fine += 1;
    for (const remark of verdict.remarks) {
      checked.remarks[remark] = (checked.remarks[remark] ?? 0) + 1;
    }
    return;
  }
  const { problem, row, statusWord } = verdict;
  const already = checked.refused[problem.reason] ?? 0;
  checked.refused[problem.reason] = already + 1;
  if (already < samplesPerReason) {
    checked.samples.push({ ...problem, row: row.row, line: row.line });
  }
  const { unknownStatuses } = checked;
  if (
    statusWord !== undefined &&
    unknownStatuses.length < mostStatusWords &&
    !unknownStatuses.includes(statusWord)
  ) {
    unknownStatuses.push(statusWord);
  }
}
