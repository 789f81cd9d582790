// A file that was just uploaded becomes an import: how it is best read is found out, and nothing more. Which
// site it is for is decided next.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { addImport, countWaitingImports } from "@studydesk/db/imports/import-queries";
import { inTransaction } from "@studydesk/db/open-database";
import { DomainError } from "@studydesk/domain/errors";
import { siteIdsOfTransfers } from "@studydesk/domain/imports/import-policy";
import { mostWaitingImports } from "@studydesk/domain/imports/import-state";
import { cleanLine } from "@studydesk/domain/leads/typed-text";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { importFile } from "./import-files";
import { detectReading, headerSha256, readBeginning } from "./read-table";

/** Throws forbidden for whoever works on no site's leads. Ask before the file is taken. */
export function requireMayImport(viewer: Viewer): void {
  if (siteIdsOfTransfers(viewer).length > 0) return;
  throw new DomainError(
    "forbidden",
    "Coordinators and admins of a site bring leads in. Ask one of them to import this file.",
  );
}

/**
 * The file is in the imports folder already. Throws invalid when nothing stands in it, and rule_broken where
 * too many of this person's wait.
 */
export async function takeImportFile(
  deps: Pick<Deps, "db" | "now" | "importsFolder">,
  viewer: Viewer,
  file: { storedAs: string; name: string; bytes: number },
): Promise<{ importId: number }> {
  requireMayImport(viewer);
  const path = importFile(deps, file.storedAs);
  const reading = await detectReading(path);
  const { header, rows } = await readBeginning(path, reading);
  if (rows.length === 0 && header.length < 2) {
    throw new DomainError(
      "invalid",
      "There is no table in this file. Save the sheet as CSV, with a row for each person, and bring that.",
      { reason: "no_rows" },
    );
  }
  const at = deps.now().toISOString();
  return inTransaction(deps.db, async (trx) => {
    if ((await countWaitingImports(trx, viewer.userId)) >= mostWaitingImports) {
      throw new DomainError(
        "rule_broken",
        `${mostWaitingImports} of your files wait to be imported already. Import or forget one of them, then bring this one again.`,
        { reason: "too_many_waiting" },
      );
    }
    const importId = await addImport(trx, {
      byUserId: viewer.userId,
      fileName: cleanLine(file.name).slice(0, 200) || "file.csv",
      fileBytes: file.bytes,
      storedAs: file.storedAs,
      encoding: reading.encoding,
      delimiter: reading.delimiter,
      headerSha256: headerSha256(header),
      state: "uploaded",
      createdAt: at,
    });
    await addAudit(trx, {
      at,
      actorId: viewer.userId,
      action: "import.uploaded",
      subject: "import",
      subjectId: String(importId),
      siteId: null,
      details: { bytes: file.bytes },
    });
    return { importId };
  });
}
