// The rows that were not taken, as a file to put right and bring again: the cells as they stood, with the
// row's number, the line and the reason in front; harmless in a spreadsheet.

import { addAudit } from "@studydesk/db/audit/audit-queries";
import { listRejects } from "@studydesk/db/imports/reject-queries";
import { inTransaction } from "@studydesk/db/open-database";
import { DomainError } from "@studydesk/domain/errors";
import { defuseCell } from "@studydesk/domain/imports/defuse-cell";
import { type ImportPlan, importPlan } from "@studydesk/domain/imports/import-plan";
import { rowFieldLabels, rowProblemSentence } from "@studydesk/domain/imports/row-problems";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { stringify } from "csv-stringify/sync";
import type { Deps } from "../deps";
import { toImportView } from "./import-view";
import { getImport } from "./read-imports";

const pageSize = 500;

/** Pieces of the file's text. Throws not_found, and rule_broken when the rows were deleted. */
export async function openRejectedFile(
  { db, now }: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  importId: number,
): Promise<AsyncGenerator<string>> {
  const found = await getImport(db, viewer, importId);
  if (!toImportView(found, now()).hasRejects) {
    throw new DomainError(
      "rule_broken",
      "There are no rejected rows of this import: none were rejected, or their seven days are over.",
      { reason: "no_rejects" },
    );
  }
  await inTransaction(db, (trx) =>
    addAudit(trx, {
      at: now().toISOString(),
      actorId: viewer.userId,
      action: "import.rejects_downloaded",
      subject: "import",
      subjectId: String(importId),
      siteId: found.siteId,
      details: { rows: found.rowsHere + found.rowsRejected },
    }),
  );
  const plan = importPlan.parse(JSON.parse(found.plan ?? "{}"));
  return pieces();

  async function* pieces() {
    yield `\ufeff${toCsv([["Row", "Line", "Why it was not taken", ...columnNames(plan)]])}`;
    for (let after = 0; ; ) {
      const rows = await listRejects(db, importId, { after, limit: pageSize });
      const last = rows.at(-1);
      if (!last) return;
      yield toCsv(
        rows.map((row) => [
          String(row.row),
          String(row.line),
          rowProblemSentence(row),
          ...row.cells.map(defuseCell),
        ]),
      );
      after = last.row;
    }
  }
}

function columnNames({ columns }: ImportPlan): string[] {
  return columns.map((field, index) => (field ? rowFieldLabels[field] : `Column ${index + 1}`));
}

export function toCsv(rows: readonly (readonly string[])[]): string {
  return stringify([...rows], { record_delimiter: "\r\n" });
}
