// The pages of the list around what is in sight. Only these are shown, kept and asked for again when
// something changes; pages further away are let go.
import { useQueries } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTRPC } from "../../../lib/trpc";
import type { LeadPage, LeadQuestion, LeadRow } from "../lead-types";
import {
  followTrail,
  type LeadTrail,
  pageSize,
  pagesInSight,
  rowsOnTrail,
  startOfTrail,
} from "./lead-trail";

/** First and last row in sight. */
export type RowRange = readonly [first: number, last: number];

interface Reading {
  readonly key: string;
  readonly trail: LeadTrail;
  /** What each page in sight held last: shown while it is fetched from another place. */
  readonly held: ReadonlyMap<number, LeadPage>;
}

export interface LoadedRow {
  readonly row: LeadRow;
  readonly page: number;
}

/** Long enough to scroll back a little without asking again. */
const letGoMs = 15_000;

export function useLeadPages(question: LeadQuestion | undefined, [first, last]: RowRange) {
  const trpc = useTRPC();
  const key = JSON.stringify(question);
  const [reading, setReading] = useState<Reading>({ key, trail: startOfTrail, held: new Map() });
  const current = reading.key === key ? reading : { key, trail: startOfTrail, held: noPages };
  const { trail } = current;

  const wanted = useMemo(() => pagesInSight(trail, first, last), [trail, first, last]);
  const answers = useQueries({
    queries: question
      ? wanted.map((page) =>
          trpc.leads.list.queryOptions(
            { ...question, limit: pageSize, cursor: trail.cursors[page] || null },
            { gcTime: letGoMs },
          ),
        )
      : [],
  });

  let next = trail;
  const held = new Map<number, LeadPage>();
  for (const [index, page] of wanted.entries()) {
    const { data } = answers[index] ?? {};
    const shown = data ?? current.held.get(page);
    if (data) next = followTrail(next, page, data);
    if (shown) held.set(page, shown);
  }
  if (reading.key !== key || next !== trail || !areSamePages(held, current.held)) {
    setReading({ key, trail: next, held });
  }

  const { pages, loaded } = useMemo(() => toRows(current.held), [current.held]);
  const failed = answers.find(({ isError, data }) => isError && data === undefined);
  return {
    key,
    /** Rows that follow each other, the first of them at `base`. */
    loaded,
    base: (pages[0] ?? 0) * pageSize,
    pages,
    count: rowsOnTrail(trail),
    isComplete: trail.end !== undefined,
    isPending: current.held.size === 0 && failed === undefined,
    isFetching: answers.some(({ isFetching }) => isFetching),
    /** Of the first page, or of a further one. */
    error: failed?.error ?? null,
    retry: () => {
      for (const { isError, refetch } of answers) if (isError) void refetch();
    },
  };
}

/** Pages that follow each other from the first one that is there. */
function toRows(held: ReadonlyMap<number, LeadPage>): { pages: number[]; loaded: LoadedRow[] } {
  const pages = [...held.keys()].filter((page, index, all) => page === (all[0] ?? 0) + index);
  const loaded = pages.flatMap((page) =>
    (held.get(page)?.rows ?? []).map((row) => ({ row, page })),
  );
  return { pages, loaded };
}

const noPages: ReadonlyMap<number, LeadPage> = new Map();

function areSamePages(
  one: ReadonlyMap<number, LeadPage>,
  other: ReadonlyMap<number, LeadPage>,
): boolean {
  return one.size === other.size && [...one].every(([page, held]) => other.get(page) === held);
}
