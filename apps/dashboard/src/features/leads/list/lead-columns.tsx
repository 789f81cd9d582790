// The columns of the lead list. The server sorts and pages: features are registered for their state,
// with no row model behind them. The id of a column that sorts is the server's name for the order.
import type { LeadSort } from "@studydesk/domain/leads/lead-filters";
import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
} from "@tanstack/react-table";
import { NextStepCell, OwnerCell, StatusCell, StudyCell, WaitingCell } from "./lead-cells";
import { LeadLink } from "./lead-link";
import type { ShownLead } from "./use-lead-list";

export const leadFeatures = tableFeatures({ rowSortingFeature, columnVisibilityFeature });

const helper = createColumnHelper<typeof leadFeatures, ShownLead>();
const sortsBy = (id: LeadSort, descendingFirst = false) => ({
  id,
  enableSorting: true,
  sortDescFirst: descendingFirst,
});

export const leadColumns = helper.columns([
  helper.accessor(({ row }) => row.lastName, {
    ...sortsBy("name"),
    header: "Lead",
    cell: ({ row }) => <LeadLink lead={row.original.row} isGone={row.original.isGone} />,
  }),
  helper.accessor(({ row }) => row.status, {
    ...sortsBy("status"),
    header: "Status",
    cell: ({ row }) => <StatusCell lead={row.original.row} />,
  }),
  helper.display({
    id: "study",
    header: "Study",
    cell: ({ row }) => <StudyCell lead={row.original.row} />,
  }),
  helper.accessor(({ row }) => row.followUpAt, {
    ...sortsBy("follow_up"),
    header: "Next step",
    cell: ({ row }) => <NextStepCell lead={row.original.row} />,
  }),
  helper.accessor(({ row }) => row.createdAt, {
    ...sortsBy("waiting", true),
    header: "Waiting",
    cell: ({ row }) => <WaitingCell lead={row.original.row} />,
  }),
  helper.display({
    id: "owner",
    header: "Owner",
    cell: ({ row }) => <OwnerCell lead={row.original.row} />,
  }),
]);

/** What is left out when the list gets narrow; the panel beside it says it all. */
export function columnsFor(width: number): Record<string, boolean> {
  return { study: width === 0 || width >= 760, owner: width === 0 || width >= 620 };
}
