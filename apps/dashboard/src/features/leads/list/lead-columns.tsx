// The columns of the lead list. The server sorts and pages: features are registered for their state,
// with no row model behind them. The id of a column that sorts is the server's name for the order.
import { languageName } from "@studydesk/domain/leads/languages";
import { type LeadSort, leadSorts } from "@studydesk/domain/leads/lead-filters";
import type { LeadColumnId } from "@studydesk/domain/views/view-layout";
import {
  columnOrderingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
} from "@tanstack/react-table";
import type { ReactNode } from "react";
import { sourceLabels } from "../../../lib/fact-words";
import type { LeadRow } from "../lead-types";
import {
  AgoCell,
  NextStepCell,
  OwnerCell,
  PlainCell,
  StatusCell,
  StudyCell,
  WaitingCell,
} from "./lead-cells";
import { LeadLink } from "./lead-link";
import type { ShownLead } from "./use-lead-list";

export const leadFeatures = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  columnOrderingFeature,
});

export const columnNames: Readonly<Record<LeadColumnId, string>> = {
  name: "Lead",
  status: "Status",
  study: "Study",
  site: "Site",
  owner: "Owner",
  follow_up: "Next step",
  waiting: "Waiting",
  arrived: "Arrived",
  language: "Language",
  source: "Source",
  phone: "Phone",
  email: "E-mail",
  attempts: "Attempts",
  last_contact: "Last contact",
};

export function sortOf(id: LeadColumnId): LeadSort | undefined {
  return leadSorts.find((sort) => sort === id);
}

const helper = createColumnHelper<typeof leadFeatures, ShownLead>();

function column(id: LeadColumnId, cell: (lead: LeadRow) => ReactNode) {
  return helper.accessor(({ row }) => row.id, {
    id,
    header: columnNames[id],
    enableSorting: sortOf(id) !== undefined,
    cell: ({ row }) => cell(row.original.row),
  });
}

export const leadColumns = helper.columns([
  helper.accessor(({ row }) => row.lastName, {
    id: "name",
    header: columnNames.name,
    cell: ({ row }) => <LeadLink lead={row.original.row} isGone={row.original.isGone} />,
  }),
  column("status", (lead) => <StatusCell lead={lead} />),
  column("study", (lead) => <StudyCell lead={lead} />),
  column("site", (lead) => <PlainCell words={lead.siteName} />),
  column("owner", (lead) => <OwnerCell lead={lead} />),
  column("follow_up", (lead) => <NextStepCell lead={lead} />),
  column("waiting", (lead) => <WaitingCell lead={lead} />),
  column("arrived", (lead) => <AgoCell at={lead.createdAt} />),
  column("language", (lead) => <PlainCell words={lead.language && languageName(lead.language)} />),
  column("source", (lead) => <PlainCell words={sourceLabels[lead.source]} />),
  column("phone", (lead) => <PlainCell words={lead.phone} />),
  column("email", (lead) => <PlainCell words={lead.email} />),
  column("attempts", (lead) => <PlainCell words={String(lead.attemptCount)} />),
  column("last_contact", (lead) => <AgoCell at={lead.lastAttemptAt} never="Never" />),
]);
