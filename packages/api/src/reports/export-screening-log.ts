// The screening log as a file, page by page, so that its length takes no memory. Who took which log out is
// audited for each site; names and ways to reach people are in no column.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import type { LeadPosition } from "@studydesk/db/leads/list-leads";
import { inTransaction } from "@studydesk/db/open-database";
import type { AuditAction } from "@studydesk/domain/audit/audit-actions";
import type { AuditDetails } from "@studydesk/domain/audit/audit-entry";
import { DomainError } from "@studydesk/domain/errors";
import { defuseCell } from "@studydesk/domain/imports/defuse-cell";
import { leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { statusReasonLabels } from "@studydesk/domain/leads/status-reasons";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { LogRow, ScreeningLogFileInput } from "@studydesk/domain/reports/report";
import type { Deps } from "../deps";
import type { ExportedFile } from "../exports/export-leads";
import { toCsv } from "../imports/rejected-file";
import { type NamedScope, readScope } from "./read-scope";
import { readLogPage } from "./read-screening-log";

type LogDeps = Pick<Deps, "db" | "now">;

const pageSize = 500;

/** Throws forbidden for whoever holds no role at any site, not_found where a site is not theirs. */
export async function exportScreeningLog(
  deps: LogDeps,
  viewer: Viewer,
  input: ScreeningLogFileInput,
): Promise<ExportedFile> {
  const { scope: _, withInitials: __, ...report } = input;
  const scope = await readScope(deps, viewer, report);
  if (scope.sites.length === 0) {
    throw new DomainError(
      "forbidden",
      "The log is read by those who work at a site. Ask a coordinator, an investigator or an admin of the site for this file.",
    );
  }
  await record(deps, viewer, scope, "reports.log_export_begun", describe(input));
  return {
    fileName: `screening-log-${deps.now().toISOString().slice(0, 10)}.csv`,
    contentType: "text/csv; charset=utf-8",
    pieces: writeLog(deps, viewer, scope, input),
  };
}

/** The mark at the beginning tells spreadsheets that the letters are Unicode. */
async function* writeLog(
  deps: LogDeps,
  viewer: Viewer,
  scope: NamedScope,
  input: ScreeningLogFileInput,
): AsyncGenerator<string> {
  const columns = input.withInitials ? cells : cells.filter(([header]) => header !== "Initials");
  yield `\ufeff${toCsv([columns.map(([header]) => header)])}`;
  let after: LeadPosition | undefined;
  let count = 0;
  for (;;) {
    const page = await readLogPage(deps, viewer, scope, input, { after, limit: pageSize });
    yield toCsv(page.rows.map((row) => columns.map(([, cell]) => defuseCell(cell(row)))));
    count += page.rows.length;
    after = page.last;
    if (page.rows.length < pageSize || !after) break;
  }
  const details = { ...describe(input), leads: count };
  await record(deps, viewer, scope, "reports.log_exported", details);
}

const cells: readonly (readonly [header: string, cell: (row: LogRow) => string])[] = [
  ["Lead number", ({ leadId }) => String(leadId)],
  ["Screening number", ({ screeningNumber }) => screeningNumber ?? ""],
  ["Initials", ({ initials }) => initials ?? ""],
  ["Study", ({ studyTitle }) => studyTitle],
  ["NCT number", ({ nctId }) => nctId],
  ["Site", ({ siteName }) => siteName],
  ["Arrived", ({ arrivedOn }) => arrivedOn],
  ["First contact", ({ firstContactOn }) => firstContactOn ?? ""],
  ["Screened", ({ screenedOn }) => screenedOn ?? ""],
  ["Decided", ({ decidedOn }) => decidedOn ?? ""],
  ["Visit held", ({ visitHeldOn }) => visitHeldOn ?? ""],
  ["Consent to the study", ({ consentOn }) => consentOn ?? ""],
  ["Enrolled", ({ enrolledOn }) => enrolledOn ?? ""],
  ["Status", ({ status }) => leadStatusLabels[status]],
  ["In this status since", ({ statusOn }) => statusOn],
  ["Reason", ({ reason }) => (reason ? statusReasonLabels[reason] : "")],
  ["Failed criteria", ({ failedCriteria }) => failedCriteria.join(", ")],
];

function describe({ scope, withInitials, from, to }: ScreeningLogFileInput): AuditDetails {
  return {
    scope,
    withInitials,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

async function record(
  { db, now }: LogDeps,
  viewer: Viewer,
  { sites }: NamedScope,
  action: AuditAction,
  details: AuditDetails,
): Promise<void> {
  const at = now().toISOString();
  await inTransaction(db, async (trx) => {
    for (const { siteId } of sites) {
      await addAudit(trx, {
        ...{ at, action, siteId, details },
        actorId: viewer.userId,
        subject: "site",
        subjectId: String(siteId),
      });
    }
  });
}
