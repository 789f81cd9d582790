// Between filters, as the list asks them, and what is ticked in a chip.
import { followUpFilters } from "@studydesk/domain/leads/lead-filters";
import { leadSources } from "@studydesk/domain/leads/lead-source";
import { leadStatuses } from "@studydesk/domain/leads/lead-status";
import { type ViewFilters, withoutEmpty } from "@studydesk/domain/views/view-filters";
import type { ChoiceName } from "./use-filter-options";

export function pickedIn(filters: ViewFilters, name: ChoiceName): string[] {
  const value = filters[name];
  if (value === undefined) return [];
  return typeof value === "boolean" ? [String(value)] : value.map(String);
}

/** The filters with one of them picked anew; none picked takes it away. */
export function withPicked(filters: ViewFilters, name: ChoiceName, values: string[]): ViewFilters {
  return withoutEmpty({ ...filters, ...filterOf(name, values) });
}

/** The filters without one. */
export function without(filters: ViewFilters, name: keyof ViewFilters): ViewFilters {
  const { [name]: _, ...others } = filters;
  return others;
}

function filterOf(name: ChoiceName, values: string[]): ViewFilters {
  switch (name) {
    case "statuses":
      return { statuses: leadStatuses.filter((status) => values.includes(status)) };
    case "studyIds":
      return { studyIds: values.map(Number) };
    case "siteIds":
      return { siteIds: values.map(Number) };
    case "ownerIds":
      return { ownerIds: values };
    case "languages":
      return { languages: values };
    case "sources":
      return { sources: leadSources.filter((source) => values.includes(source)) };
    case "followUps":
      return { followUps: followUpFilters.filter((each) => values.includes(each)) };
    case "hasNote":
      // Both of them are as good as neither.
      return values.length === 1 ? { hasNote: values[0] === "true" } : { hasNote: undefined };
  }
}
