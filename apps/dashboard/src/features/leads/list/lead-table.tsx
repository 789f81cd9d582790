// The list as a table: a real one, of fixed rows, drawn only where it is looked at. Rows out of sight
// are two spacers, so that what assistive technology reads stays a table.
import { leadSorts } from "@studydesk/domain/leads/lead-filters";
import { startsDescending, type ViewQuestion } from "@studydesk/domain/views/built-in-views";
import {
  type LeadColumnId,
  leadColumnIds,
  type ViewLayout,
} from "@studydesk/domain/views/view-layout";
import { FlexRender, type Row as TableRow, useTable } from "@tanstack/react-table";
import { Fragment, memo, type ReactNode, type RefObject, useMemo } from "react";
import type { LeadRow } from "../lead-types";
import { moveColumn, sizeColumn } from "./change-layout";
import { ColumnHead } from "./column-head";
import type { FittedColumn } from "./fit-columns";
import { leadColumns, leadFeatures } from "./lead-columns";
import classes from "./lead-table.module.css";
import type { LeadListState, ShownLead } from "./use-lead-list";
import { useRowWindow } from "./use-row-window";

export type LeadOrder = Pick<ViewQuestion, "sort" | "descending">;

/** A first narrow column beside the leads' own: where rows are picked. */
export interface LeadingColumn {
  head: ReactNode;
  cell: (lead: LeadRow) => ReactNode;
}

export interface LeadRowsProps {
  leading: LeadingColumn | undefined;
  list: LeadListState;
  scroller: RefObject<HTMLDivElement | null>;
  cursorId: number | undefined;
  openId: number | undefined;
}

interface Props extends LeadRowsProps {
  order: LeadOrder;
  onOrder: (order: LeadOrder) => void;
  layout: ViewLayout;
  /** The columns as they are drawn in the room there is. */
  fitted: readonly FittedColumn[];
  onLayout: (layout: ViewLayout) => void;
}

export const rowHeights = { comfortable: 44, compact: 32 } as const;
const headHeight = 36;
export const leadingWidth = 44;

export function LeadTable(props: Props) {
  "use no memo";
  const { leading, list, scroller, cursorId, openId, order, onOrder, layout, fitted, onLayout } =
    props;
  const { shown, base, cursorIndex, cursorRow, hasMore, count } = list;
  const columnOrder = useMemo(() => fitted.map(({ id }) => id), [fitted]);
  const columnVisibility = useMemo(
    () => Object.fromEntries(leadColumnIds.map((id) => [id, columnOrder.includes(id)])),
    [columnOrder],
  );
  // Further away than what is loaded, the cursor's row is drawn all the same.
  const isFarAway = cursorIndex >= 0 && !shown.some(({ row }) => row.id === cursorId);
  const data = useMemo(
    (): readonly ShownLead[] =>
      isFarAway && cursorRow ? [...shown, { row: cursorRow, isGone: false }] : shown,
    [shown, isFarAway, cursorRow],
  );
  const table = useTable({
    features: leadFeatures,
    columns: leadColumns,
    data,
    getRowId: ({ row }) => String(row.id),
    state: { sorting: [{ id: order.sort, desc: order.descending }], columnVisibility, columnOrder },
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
  });
  const rows = table.getRowModel().rows;
  const rowHeight = rowHeights[layout.density];
  const { items, totalHeight } = useRowWindow({ scroller, list, cursorId, rowHeight, headHeight });

  let drawnTo = headHeight;
  const columns = table.getVisibleLeafColumns();
  const columnCount = columns.length + (leading ? 1 : 0);
  const widthOf = (id: string) => fitted.find((column) => column.id === id)?.width;
  const total = fitted.reduce((sum, column) => sum + column.width, leading ? leadingWidth : 0);
  const end = headHeight + totalHeight;
  return (
    <div className={classes.room} data-density={layout.density}>
      <table
        className={classes.table}
        style={{ width: total }}
        aria-rowcount={hasMore ? -1 : count + 1}
      >
        <colgroup>
          {leading ? <col style={{ width: leadingWidth }} /> : null}
          {columns.map((column) => (
            <col key={column.id} style={{ width: widthOf(column.id) }} />
          ))}
        </colgroup>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} aria-rowindex={1}>
              {leading ? <td className={classes.leading}>{leading.head}</td> : null}
              {group.headers.map((header) => {
                const id = columnIdOf(header.column.id);
                const sort = leadSorts.find((each) => each === id);
                const sorted = header.column.getIsSorted();
                return (
                  <ColumnHead
                    key={header.id}
                    id={id}
                    sorted={sorted}
                    onSort={
                      sort &&
                      (() =>
                        onOrder({
                          sort,
                          descending: sorted ? sorted === "asc" : startsDescending(sort),
                        }))
                    }
                    onWidth={(to) => onLayout(sizeColumn(layout, fitted, id, to))}
                    onDropped={(dropped, isBehind) =>
                      onLayout(moveColumn(layout, dropped, { id, isBehind }))
                    }
                  >
                    <table.FlexRender header={header} />
                  </ColumnHead>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {items.map((item) => {
            const row =
              item.index === cursorIndex && isFarAway ? rows.at(-1) : rows[item.index - base];
            const gap = item.start - drawnTo;
            drawnTo = item.end;
            if (!row) {
              return (
                <Fragment key={`place-${item.index.toString()}`}>
                  <Spacer height={gap} columns={columnCount} />
                  <Spacer height={rowHeight} columns={columnCount} isWaiting />
                </Fragment>
              );
            }
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
                  <LeadCells row={row} columnOrder={columnOrder} />
                </tr>
              </Fragment>
            );
          })}
          <Spacer height={end - drawnTo} columns={columnCount} />
        </tbody>
      </table>
    </div>
  );
}

interface CellsProps {
  row: TableRow<typeof leadFeatures, ShownLead>;
  /** Of which columns the row's cells are. */
  columnOrder: readonly string[];
}

/** Drawn anew only when the lead or the columns change: scrolling and moving the cursor leave them alone. */
const LeadCells = memo(function LeadCells({ row }: CellsProps) {
  return row.getVisibleCells().map((cell) => (
    <td key={cell.id} data-column={cell.column.id}>
      <FlexRender cell={cell} />
    </td>
  ));
});

interface SpacerProps {
  height: number;
  columns: number;
  /** A row that is on its way. */
  isWaiting?: boolean;
}

function Spacer({ height, columns, isWaiting = false }: SpacerProps) {
  if (height <= 0) return null;
  return (
    <tr inert style={{ height }}>
      <td colSpan={columns} className={classes.spacer} data-waiting={isWaiting} />
    </tr>
  );
}

function columnIdOf(id: string): LeadColumnId {
  return leadColumnIds.find((each) => each === id) ?? "name";
}
