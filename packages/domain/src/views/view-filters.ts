// What a view asks for: the filters of the list without the words of a search, which name people, and
// with "me" among the owners for whoever looks.
import type { z } from "zod";
import { type LeadFilters, leadFilters } from "../leads/lead-filters";

/** Stands among the owners for the person who looks. */
export const ownOwner = "me";

export const viewFilters = leadFilters.omit({ search: true });
export type ViewFilters = z.infer<typeof viewFilters>;
export type ViewFilterName = keyof ViewFilters;

export const viewFilterNames = viewFilters.keyof().options;

/** The filters as the server is asked them, by one person. */
export function filtersFor(filters: ViewFilters, userId: string): LeadFilters {
  const { ownerIds, ...others } = filters;
  if (!ownerIds) return others;
  const named = ownerIds.map((ownerId) => (ownerId === ownOwner ? userId : ownerId));
  return { ...others, ownerIds: [...new Set(named)] };
}

/** Without filters that let everything through. */
export function withoutEmpty(filters: ViewFilters): ViewFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => !isEmptyFilter(value)));
}

function isEmptyFilter(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === "object" && Object.values(value).every((part) => part === undefined);
}

/** Whether two sets of filters let the same leads through; the order of choices does not matter. */
export function areSameFilters(one: ViewFilters, other: ViewFilters): boolean {
  const [a, b] = [withoutEmpty(one), withoutEmpty(other)];
  return viewFilterNames.every((name) => canonical(a[name]) === canonical(b[name]));
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify([...new Set(value.map(canonical))].toSorted());
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  const said = parts.map(([name, part]) => [name, canonical(part)]);
  return JSON.stringify(said.toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1)));
}
