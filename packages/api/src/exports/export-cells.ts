// What an export tells of a lead, column by column: under the view's own columns, a name in two cells, times
// as clocks at the lead's site show them. Nothing is left of an erased person but the number and the facts.
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import { defuseCell } from "@studydesk/domain/imports/defuse-cell";
import { languageName } from "@studydesk/domain/leads/languages";
import { leadSourceLabels } from "@studydesk/domain/leads/lead-source";
import { leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { isoInZone } from "@studydesk/domain/leads/local-day";
import { statusReasonLabels } from "@studydesk/domain/leads/status-reasons";
import type { LeadColumnId } from "@studydesk/domain/views/view-layout";

type Cells = readonly (readonly [header: string, cell: (lead: LeadRecord) => string])[];

const at = (time: string | null, { siteTimeZone }: LeadRecord) =>
  time === null ? "" : isoInZone(siteTimeZone, time);

const cellsOf: Readonly<Record<LeadColumnId, Cells>> = {
  name: [
    ["First name", (lead) => lead.firstName],
    ["Last name", (lead) => lead.lastName],
  ],
  status: [
    ["Status", (lead) => leadStatusLabels[lead.status]],
    ["Reason", (lead) => (lead.statusReason ? statusReasonLabels[lead.statusReason] : "")],
  ],
  study: [
    ["Study", (lead) => lead.studyTitle],
    ["NCT number", (lead) => lead.nctId],
  ],
  site: [["Site", (lead) => lead.siteName]],
  owner: [["Owner", (lead) => lead.ownerName ?? ""]],
  follow_up: [
    ["Follow-up", (lead) => at(lead.followUpAt, lead)],
    ["Follow-up note", (lead) => lead.followUpNote ?? ""],
  ],
  waiting: [["In this status since", (lead) => at(lead.statusSince, lead)]],
  arrived: [["Arrived", (lead) => at(lead.createdAt, lead)]],
  language: [["Language", (lead) => (lead.language ? languageName(lead.language) : "")]],
  source: [["Source", (lead) => leadSourceLabels[lead.source]]],
  phone: [["Phone", (lead) => lead.phone ?? lead.phoneTyped]],
  email: [["E-mail", (lead) => lead.email]],
  attempts: [["Attempts", (lead) => String(lead.attemptCount)]],
  last_contact: [["Last attempt", (lead) => at(lead.lastAttemptAt, lead)]],
};

export interface ExportTable {
  header: string[];
  /** Defused: what looks like a formula is text. */
  rowOf: (lead: LeadRecord) => string[];
}

export function exportTable(columns: readonly LeadColumnId[]): ExportTable {
  const cells = [...new Set(columns)].flatMap((column) => cellsOf[column]);
  return {
    header: ["Number", ...cells.map(([header]) => header)],
    rowOf: (lead) => [String(lead.id), ...cells.map(([, cell]) => defuseCell(cell(lead)))],
  };
}
