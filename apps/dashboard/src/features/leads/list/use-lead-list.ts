// The rows that the list shows: pages as they are asked for, what came in meanwhile held back, the
// cursor's own row kept.
import type { ListLeadsInput } from "@studydesk/domain/leads/lead-inputs";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTRPC } from "../../../lib/trpc";
import type { LeadRow } from "../lead-types";
import {
  type CursorPlace,
  findArrivals,
  findPlace,
  keepCursorRow,
  type ShownRow,
} from "./shown-rows";

export type ShownLead = ShownRow<LeadRow>;

interface Place {
  /** Rows may shift only while nobody reads further down. */
  isAtTop: boolean;
  cursorId: number | undefined;
}

interface Sight {
  /** Which question the rows answer. */
  readonly question: string;
  readonly seen: ReadonlySet<number>;
  readonly cursor: CursorPlace<LeadRow> | undefined;
  /** Leads that came in by themselves at the top, for the ear. */
  readonly cameIn: number;
}

const none: ReadonlySet<number> = new Set();
const nothingSeen: Sight = { question: "", seen: none, cursor: undefined, cameIn: 0 };
const pageSize = 100;

type Question = Pick<ListLeadsInput, "filters" | "sort" | "descending">;

export function useLeadList(question: Question, { isAtTop, cursorId }: Place) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.leads.list.infiniteQueryOptions(
      { ...question, limit: pageSize },
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);

  const [sight, setSight] = useState(nothingSeen);
  const asked = query.isPlaceholderData ? sight.question : JSON.stringify(question);
  const isSameList = sight.question === asked;
  const unseen = useMemo(
    () => (isSameList ? findArrivals(rows, sight.seen) : none),
    [isSameList, rows, sight.seen],
  );
  const held = isAtTop ? none : unseen;
  const settled = useMemo(
    () => (held.size === 0 ? rows : rows.filter(({ id }) => !held.has(id))),
    [rows, held],
  );

  const place = findPlace(settled, cursorId);
  const cursor = place ?? (sight.cursor?.row.id === cursorId ? sight.cursor : undefined);
  const isNew = !isSameList || settled.some(({ id }) => !sight.seen.has(id));
  if (isNew || cursor?.row !== sight.cursor?.row || cursor?.index !== sight.cursor?.index) {
    setSight({
      question: asked,
      seen: isNew
        ? new Set([...(isSameList ? sight.seen : []), ...settled.map(({ id }) => id)])
        : sight.seen,
      cursor: isSameList ? cursor : place,
      cameIn: isNew ? unseen.size - held.size : sight.cameIn,
    });
  }

  const shown = useMemo(
    () => keepCursorRow(settled, cursorId, isSameList ? cursor : undefined),
    [settled, cursorId, cursor, isSameList],
  );
  return { query, shown, heldCount: held.size, cameIn: sight.cameIn };
}
