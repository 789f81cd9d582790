// The list as a table: a real one, of fixed rows, drawn only where it is looked at. Rows out of sight
// are two spacers, so that what assistive technology reads stays a table.
import { useElementSize } from "@mantine/hooks";
import { leadSorts } from "@studydesk/domain/leads/lead-filters";
import type { ListLeadsInput } from "@studydesk/domain/leads/lead-inputs";
import { useTable } from "@tanstack/react-table";
import { Fragment, type ReactNode, type RefObject, useEffect, useMemo } from "react";
import type { LeadRow } from "../lead-types";
import { columnsFor, leadColumns, leadFeatures } from "./lead-columns";
import classes from "./lead-table.module.css";
import type { ShownLead } from "./use-lead-list";
import { useRowWindow } from "./use-row-window";

export type LeadOrder = Pick<ListLeadsInput, "sort" | "descending">;

/** A first narrow column beside the leads' own: where rows are picked. */
export interface LeadingColumn {
  head: ReactNode;
  cell: (lead: LeadRow) => ReactNode;
}

export interface LeadRowsProps {
  leading: LeadingColumn | undefined;
  shown: readonly ShownLead[];
  scroller: RefObject<HTMLDivElement | null>;
  cursorId: number | undefined;
  openId: number | undefined;
  hasMore: boolean;
  onNearEnd: () => void;
  order: LeadOrder;
  onOrder: (order: LeadOrder) => void;
}

const rowHeight = 44;
const headHeight = 36;

export function LeadTable(props: LeadRowsProps) {
  "use no memo";
  const { leading, shown, scroller, cursorId, openId, hasMore, onNearEnd, order, onOrder } = props;
  const { ref: sized, width } = useElementSize();
  const columnVisibility = useMemo(() => columnsFor(width), [width]);
  const table = useTable({
    features: leadFeatures,
    columns: leadColumns,
    data: shown,
    getRowId: ({ row }) => String(row.id),
    state: { sorting: [{ id: order.sort, desc: order.descending }], columnVisibility },
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    onSortingChange: (change) => {
      const asked = typeof change === "function" ? change(table.state.sorting) : change;
      const sort = leadSorts.find((each) => each === asked[0]?.id);
      if (sort) onOrder({ sort, descending: asked[0]?.desc ?? false });
    },
  });
  const rows = table.getRowModel().rows;
  const cursorIndex = shown.findIndex(({ row }) => row.id === cursorId);
  const { items, totalHeight, scrollTo } = useRowWindow({
    scroller,
    count: rows.length,
    rowHeight,
    headHeight,
    cursorIndex,
    onNearEnd,
  });

  // Follows the cursor when it moves, not when rows move under it.
  useEffect(() => {
    if (cursorIndex >= 0) scrollTo(cursorIndex);
  }, [cursorId]);

  let drawnTo = headHeight;
  const columnCount = table.getVisibleLeafColumns().length + (leading ? 1 : 0);
  const end = headHeight + totalHeight;
  return (
    <table ref={sized} className={classes.table} aria-rowcount={hasMore ? -1 : rows.length + 1}>
      <colgroup>
        {leading ? <col data-column="leading" /> : null}
        {table.getVisibleLeafColumns().map((column) => (
          <col key={column.id} data-column={column.id} />
        ))}
      </colgroup>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} aria-rowindex={1}>
            {leading ? <td className={classes.leading}>{leading.head}</td> : null}
            {group.headers.map((header) => {
              const sorted = header.column.getIsSorted();
              return (
                <th
                  key={header.id}
                  scope="col"
                  aria-sort={sorted ? (sorted === "asc" ? "ascending" : "descending") : undefined}
                >
                  {header.column.getCanSort() ? (
                    <button type="button" onClick={header.column.getToggleSortingHandler()}>
                      <table.FlexRender header={header} />
                      {sorted ? <span aria-hidden>{sorted === "asc" ? " ↑" : " ↓"}</span> : null}
                    </button>
                  ) : (
                    <table.FlexRender header={header} />
                  )}
                </th>
              );
            })}
          </tr>
        ))}
      </thead>
      <tbody>
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const gap = item.start - drawnTo;
          drawnTo = item.end;
          const { id } = row.original.row;
          return (
            <Fragment key={row.id}>
              <Spacer height={gap} columns={columnCount} />
              <tr
                className={classes.row}
                aria-rowindex={item.index + 2}
                data-cursor={id === cursorId}
                data-open={id === openId}
                data-gone={row.original.isGone}
              >
                {leading ? (
                  <td className={classes.leading}>{leading.cell(row.original.row)}</td>
                ) : null}
                {row.getVisibleCells().map((cell) => (
                  <td key={cell.id} data-column={cell.column.id}>
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
              </tr>
            </Fragment>
          );
        })}
        <Spacer height={end - drawnTo} columns={columnCount} />
      </tbody>
    </table>
  );
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr inert style={{ height }}>
      <td colSpan={columns} className={classes.spacer} />
    </tr>
  );
}
