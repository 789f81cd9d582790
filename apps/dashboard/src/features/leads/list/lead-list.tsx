// The middle of the screen: filters above, the rows, the keys below. Opening a lead changes nothing
// here but the width.
import { Button } from "@mantine/core";
import { useElementSize, useMediaQuery, useMergedRef } from "@mantine/hooks";
import type { ViewQuestion } from "@studydesk/domain/views/built-in-views";
import { isSameLayout, usualLayout, type ViewLayout } from "@studydesk/domain/views/view-layout";
import {
  type ReactNode,
  type Ref,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import { ScreenHeader } from "../../../components/screen-header";
import { EmptyState, ErrorState, LoadingRows } from "../../../components/states";
import { type InboxSearch, isNarrowed, layOver } from "../inbox-search";
import type { ShownView } from "../use-views";
import { ColumnsMenu } from "./columns-menu";
import { fitColumns } from "./fit-columns";
import { LeadCards } from "./lead-cards";
import { LeadCursorContext } from "./lead-cursor";
import { LeadFilters } from "./lead-filters";
import classes from "./lead-list.module.css";
import { type LeadingColumn, LeadTable, leadingWidth, rowHeights } from "./lead-table";
import { LeadTail } from "./lead-tail";
import { emptyWordsOf } from "./list-words";
import { SortMenu } from "./sort-menu";
import type { LeadListState } from "./use-lead-list";
import { useListDetail } from "./use-list-detail";

interface Props {
  view: ShownView;
  /** In force: the view's own, and what is laid over it. */
  question: ViewQuestion;
  onSearch: (change: Partial<InboxSearch>, options?: { text: string }) => void;
  /** The view as it is, without words. */
  onReset: () => void;
  onLayout: (layout: ViewLayout | null) => void;
  text: string;
  onText: (text: string) => void;
  searchRef: Ref<HTMLInputElement>;
  onSearchDone: (text: string) => void;
  list: LeadListState;
  openId: number | undefined;
  cursorId: number | undefined;
  scroller: RefObject<HTMLDivElement | null>;
  onAtTop: (isAtTop: boolean) => void;
  /** One row down (1) or up (-1). */
  onMove: (step: number) => void;
  /** What can be done with the view, in the head and below the filters. */
  menu: ReactNode;
  changes: ReactNode;
  /** A first column of the rows: for picking leads. */
  leading?: LeadingColumn;
}

export function LeadList(props: Props) {
  const { view, question, onSearch, onReset, onLayout, text, onText, searchRef, onSearchDone } =
    props;
  const { list, openId, cursorId, scroller, onAtTop, onMove, menu, changes, leading } = props;
  const { shown, heldCount, cameIn } = list;
  const isPhone = useMediaQuery("(max-width: 640px)", false, { getInitialValueInEffect: false });
  const isReset = !isNarrowed(question, view.question, text);
  const detail = useListDetail({ view, question, text, isReset });
  const latestMove = useRef(onMove);
  useLayoutEffect(() => {
    latestMove.current = onMove;
  });
  const cursor = useMemo(
    () => ({ cursorId, openId, onMove: (step: number) => latestMove.current(step) }),
    [cursorId, openId],
  );

  const { ref: sized, width } = useElementSize();
  const scrollerRef = useMergedRef(scroller, sized);
  const { layout } = view;
  const room = width === 0 ? 0 : width - (leading ? leadingWidth : 0);
  const fitted = useMemo(
    () =>
      fitColumns(
        layout.columns,
        room,
        !isSameLayout({ ...layout, density: usualLayout.density }, usualLayout),
      ),
    [layout, room],
  );
  const asked = JSON.stringify([view.id, question, text]);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [asked, scroller]);

  const rows = { leading, list, scroller, cursorId, openId };
  const empty = emptyWordsOf(view.id);
  const sortMenu = <SortMenu order={question} onOrder={(order) => onSearch(order)} />;
  return (
    <LeadCursorContext value={cursor}>
      <ScreenHeader
        title={view.name}
        detail={detail}
        actions={
          <>
            {sortMenu}
            {isPhone ? null : (
              <ColumnsMenu
                layout={layout}
                drawn={fitted}
                onLayout={onLayout}
                onReset={view.hasOwnColumns ? () => onLayout(null) : undefined}
              />
            )}
            {menu}
          </>
        }
      >
        <LeadFilters
          filters={question.filters}
          onFilters={(filters) => onSearch(layOver(view.question, filters))}
          onClear={() => onSearch(layOver(view.question, {}), { text: "" })}
          text={text}
          onText={onText}
          searchRef={searchRef}
          onSearchDone={onSearchDone}
        />
        {changes}
      </ScreenHeader>
      <div className={classes.news} role="status">
        {heldCount > 0 ? (
          <Button
            size="compact-sm"
            className={classes.show}
            onClick={() => scroller.current?.scrollTo({ top: 0 })}
          >
            {newLeads(heldCount)} — show
          </Button>
        ) : (
          <span className={classes.said}>{cameIn > 0 ? `${newLeads(cameIn)} at the top` : ""}</span>
        )}
      </div>
      <div
        ref={scrollerRef}
        className={classes.scroller}
        data-waiting={list.isPlaceholder}
        aria-busy={list.isFetching}
        onScroll={(event) => onAtTop(event.currentTarget.scrollTop < 4)}
      >
        {list.isPending ? (
          <div className={isPhone ? undefined : classes.belowHead}>
            <LoadingRows rows={20} height={isPhone ? 92 : rowHeights[layout.density]} />
          </div>
        ) : list.error && shown.length === 0 ? (
          <ErrorState error={list.error} onRetry={list.retry} />
        ) : shown.length === 0 && list.count === 0 ? (
          isReset ? (
            <EmptyState title={empty.title}>{empty.text}</EmptyState>
          ) : (
            <EmptyState
              title="No lead fits"
              action={
                <Button variant="default" onClick={onReset}>
                  Clear the filters
                </Button>
              }
            >
              Nothing in “{view.name}” matches what you asked for.{" "}
              {view.id === "all" ? "Ask for less." : "Look in All leads, or ask for less."}
            </EmptyState>
          )
        ) : (
          <>
            {isPhone ? (
              <LeadCards {...rows} />
            ) : (
              <LeadTable
                {...rows}
                order={question}
                onOrder={(order) => onSearch(order)}
                layout={layout}
                fitted={fitted}
                onLayout={onLayout}
              />
            )}
            <LeadTail
              isLoading={list.hasMore && list.isFetching}
              error={list.error}
              onRetry={list.retry}
              count={list.isComplete ? list.count : undefined}
            />
          </>
        )}
      </div>
    </LeadCursorContext>
  );
}

function newLeads(count: number): string {
  return count === 1 ? "1 new lead" : `${count} new leads`;
}
