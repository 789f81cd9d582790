// Between filters, as the list asks them, and what is ticked in a chip.
import {
  followUpFilters,
  leadStages,
  measures,
  noReason,
  screeningFilters,
} from "@studydesk/domain/leads/lead-filters";
import { leadSources } from "@studydesk/domain/leads/lead-source";
import { leadStatuses } from "@studydesk/domain/leads/lead-status";
import { statusReasons } from "@studydesk/domain/leads/status-reasons";
import { answers } from "@studydesk/domain/screening/answer";
import { type ViewFilters, withoutEmpty } from "@studydesk/domain/views/view-filters";
import type { ChoiceName } from "./use-filter-options";

const reasons = [...statusReasons, noReason] as const;

export function pickedIn(filters: ViewFilters, name: ChoiceName): string[] {
  if (name === "answers") {
    return (filters.answers ?? []).map(({ lineId, answer }) => `${lineId}:${answer}`);
  }
  const value = filters[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
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
    case "reasons":
      return { reasons: reasons.filter((each) => values.includes(each)) };
    case "stage":
      return { stage: leadStages.find((each) => values.includes(each)) };
    case "shortOf":
      return { shortOf: leadStages.find((each) => values.includes(each)) };
    case "failedLineIds":
      return { failedLineIds: values.map(Number) };
    case "screening":
      return { screening: screeningFilters.filter((each) => values.includes(each)) };
    case "answers":
      return { answers: values.flatMap(readAnswer) };
    case "measured":
      return { measured: measures.find((each) => values.includes(each)) };
    case "unexplained":
      return { unexplained: values.length > 0 ? true : undefined };
  }
}

/** As `pickedIn` writes it: the criterion's line, and the answer. */
function readAnswer(value: string): NonNullable<ViewFilters["answers"]> {
  const [line, wanted] = value.split(":");
  const answer = answers.find((each) => each === wanted);
  return answer ? [{ lineId: Number(line), answer }] : [];
}
