// The middle of the screen: filters above, the rows, the keys below. Opening a lead changes nothing
// here but the width.
import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, type Ref, type RefObject, useCallback } from "react";
import { ScreenHeader } from "../../../components/screen-header";
import { EmptyState, ErrorState, LoadingRows } from "../../../components/states";
import { useTRPC } from "../../../lib/trpc";
import { type InboxSearch, isNarrowed, orderInForce } from "../inbox-search";
import { LeadCards } from "./lead-cards";
import { LeadCursorContext } from "./lead-cursor";
import { LeadFilters } from "./lead-filters";
import classes from "./lead-list.module.css";
import { type LeadingColumn, LeadTable } from "./lead-table";
import { LeadTail } from "./lead-tail";
import { emptyWords, viewDetail, viewTitles } from "./list-words";
import { SortMenu } from "./sort-menu";
import type { useLeadList } from "./use-lead-list";

interface Props {
  search: InboxSearch;
  onSearch: (change: Partial<InboxSearch>) => void;
  onClear: () => void;
  text: string;
  onText: (text: string) => void;
  searchRef: Ref<HTMLInputElement>;
  list: ReturnType<typeof useLeadList>;
  cursorId: number | undefined;
  scroller: RefObject<HTMLDivElement | null>;
  onAtTop: (isAtTop: boolean) => void;
  /** One row down (1) or up (-1). */
  onMove: (step: number) => void;
  /** A first column of the rows, and a bar between the filters and the rows: for picking leads. */
  leading?: LeadingColumn;
  bar?: ReactNode;
}

export function LeadList(props: Props) {
  const { search, onSearch, onClear, text, onText, searchRef } = props;
  const { list, cursorId, scroller, onAtTop, onMove, leading, bar } = props;
  const { query, shown, heldCount, cameIn } = list;
  const trpc = useTRPC();
  const counts = useQuery(trpc.leads.counts.queryOptions());
  const isPhone = useMediaQuery("(max-width: 640px)", false, { getInitialValueInEffect: false });
  const order = orderInForce(search);
  const cursor = { cursorId, openId: search.lead, onMove };

  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  const rows = {
    leading,
    shown,
    scroller,
    cursorId,
    openId: search.lead,
    hasMore: hasNextPage,
    onNearEnd,
  };
  const empty = emptyWords[search.view];
  const sortMenu = <SortMenu order={order} onOrder={onSearch} />;
  return (
    <LeadCursorContext value={cursor}>
      <ScreenHeader
        title={viewTitles[search.view]}
        detail={counts.data ? viewDetail(search.view, counts.data) : undefined}
        actions={isPhone ? null : sortMenu}
      >
        <LeadFilters
          search={search}
          onFilters={onSearch}
          onClear={onClear}
          text={text}
          onText={onText}
          searchRef={searchRef}
        >
          {isPhone ? sortMenu : null}
        </LeadFilters>
      </ScreenHeader>
      {bar}
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
        ref={scroller}
        className={classes.scroller}
        data-waiting={query.isPlaceholderData}
        aria-busy={query.isFetching}
        onScroll={(event) => onAtTop(event.currentTarget.scrollTop < 4)}
      >
        {query.isPending ? (
          <div className={isPhone ? undefined : classes.belowHead}>
            <LoadingRows rows={20} height={isPhone ? 92 : 44} />
          </div>
        ) : query.isError && shown.length === 0 ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : shown.length === 0 ? (
          isNarrowed(search, text) ? (
            <EmptyState
              title="No lead fits"
              action={
                <Button variant="default" onClick={onClear}>
                  Clear the filters
                </Button>
              }
            >
              Nothing in “{viewTitles[search.view]}” matches what you asked for. Look in All leads,
              or ask for less.
            </EmptyState>
          ) : (
            <EmptyState title={empty.title}>{empty.text}</EmptyState>
          )
        ) : (
          <>
            {isPhone ? (
              <LeadCards {...rows} />
            ) : (
              <LeadTable {...rows} order={order} onOrder={onSearch} />
            )}
            <LeadTail
              isLoading={isFetchingNextPage}
              error={isFetchNextPageError ? query.error : null}
              onRetry={() => void fetchNextPage()}
              count={hasNextPage ? undefined : shown.length}
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
