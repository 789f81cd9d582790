// The screening log, page by page: each page begins where the one before it ended.
import type { LogScope, ReportInput } from "@studydesk/domain/reports/report";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../../lib/trpc";

export const logPageSize = 50;

export function useScreeningLog(question: ReportInput, scope: LogScope, withInitials: boolean) {
  const trpc = useTRPC();
  const log = useInfiniteQuery(
    trpc.reports.screeningLog.infiniteQueryOptions(
      { ...question, scope, withInitials, limit: logPageSize },
      {
        getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
        // The rows of before stay until those of now are here: nothing jumps.
        placeholderData: (before) => before,
      },
    ),
  );
  const asked = JSON.stringify([question, scope]);
  const [place, setPlace] = useState({ asked, page: 0 });
  const pages = log.data?.pages ?? [];
  const wanted = place.asked === asked ? place.page : 0;
  const shown = Math.min(wanted, Math.max(0, pages.length - 1));
  const page = pages[shown];
  const total = page?.total.count ?? 0;
  const first = shown * logPageSize;
  return {
    error: log.error,
    retry: () => void log.refetch(),
    page,
    /** "1–50 of 412". */
    words: `${(total === 0 ? 0 : first + 1).toLocaleString("en")}–${(first + (page?.rows.length ?? 0)).toLocaleString("en")} of ${total.toLocaleString("en")}`,
    back: shown > 0 ? () => setPlace({ asked, page: shown - 1 }) : undefined,
    onwards: page?.nextCursor
      ? async () => {
          if (shown + 1 >= pages.length) await log.fetchNextPage();
          setPlace({ asked, page: shown + 1 });
        }
      : undefined,
  };
}
