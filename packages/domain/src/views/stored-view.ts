// Reads what was kept of a view, perhaps by another version of this program: whatever is no longer
// understood is left out, part by part, and named; the rest goes on working.
import { z } from "zod";
import { leadSorts } from "../leads/lead-filters";
import { builtInQuestions, type ViewQuestion } from "./built-in-views";
import {
  type ViewFilterName,
  type ViewFilters,
  viewFilterNames,
  viewFilters,
} from "./view-filters";
import { densities, leadColumnIds, usualLayout, type ViewLayout, viewLayout } from "./view-layout";

export interface StoredFilters {
  filters: ViewFilters;
  /** Filters of which nothing, or not all, is understood any more: the view may show more than it did. */
  lost: ViewFilterName[];
}

/** `text` is JSON of what was once a `ViewFilters`. */
export function readStoredFilters(text: string): StoredFilters {
  const stored = readRecord(text);
  const lost: ViewFilterName[] = [];
  const kept = Object.fromEntries(
    viewFilterNames.flatMap((name) => {
      const value = stored[name];
      if (value === undefined) return [];
      const field = viewFilters.shape[name];
      if (field.safeParse(value).success) return [[name, value]];
      lost.push(name);
      const known = Array.isArray(value)
        ? value.filter((each) => field.safeParse([each]).success)
        : [];
      return known.length > 0 ? [[name, known.slice(0, 200)]] : [];
    }),
  );
  return { filters: viewFilters.parse(kept), lost };
}

export function readStoredOrder(
  sort: string,
  descending: boolean,
): Pick<ViewQuestion, "sort" | "descending"> {
  const known = leadSorts.find((each) => each === sort);
  const { all } = builtInQuestions;
  return known ? { sort: known, descending } : { sort: all.sort, descending: all.descending };
}

/** `text` is JSON of what was once a `ViewLayout`. Null: nothing of it is of use. */
export function readStoredLayout(text: string | null): ViewLayout | null {
  if (text === null) return null;
  const stored = readRecord(text);
  const columns = z.array(z.looseObject({ id: z.string() })).safeParse(stored.columns).data ?? [];
  const known = columns.filter(({ id }) => leadColumnIds.some((each) => each === id));
  const density = densities.find((each) => each === stored.density) ?? usualLayout.density;
  return viewLayout.safeParse({ columns: known, density }).data ?? null;
}

function readRecord(text: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).catch({}).parse(JSON.parse(text));
  } catch {
    return {};
  }
}
