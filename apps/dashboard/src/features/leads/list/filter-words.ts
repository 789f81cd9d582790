// What can be picked in a filter, in words.
import { contactOutcomeLabels } from "@studydesk/domain/contact/contact-attempt";
import type {
  FollowUpFilter,
  LeadStage,
  Measure,
  ScreeningFilter,
} from "@studydesk/domain/leads/lead-filters";
import type { ViewFilters } from "@studydesk/domain/views/view-filters";

export const followUpLabels: Readonly<Record<FollowUpFilter, string>> = {
  none: "None set",
  overdue: "Overdue",
  today: "Later today",
  next_7_days: "In the next 7 days",
  later: "After that",
};

export const stageLabels: Readonly<Record<LeadStage, string>> = {
  reached: "Reached",
  screened: "Screened",
  eligible: "Eligible",
  visit_held: "Visit held",
  enrolled: "Enrolled",
};

export const screeningLabels: Readonly<Record<ScreeningFilter, string>> = {
  not_started: "None answered",
  under_way: "Some answered",
  complete: "All answered",
  unknowns: "Some unknown",
  failing: "Some speak against",
};

export const measureLabels: Readonly<Record<Measure, string>> = {
  first_contact: "Time to first contact",
  decision: "Time to decision",
};

export type Tried = NonNullable<ViewFilters["tried"]>;
export type DaySpan = NonNullable<ViewFilters["lastContact"]>;

/** What is offered at a press; anything else is typed. */
export const usualSpans: readonly DaySpan[] = [
  { maxDays: 0 },
  { maxDays: 7 },
  { maxDays: 30 },
  { minDays: 7 },
  { minDays: 30 },
];

/** "No answer, Busy, in the last 7 days". */
export function triedWords({ outcomes, withinDays }: Tried): string {
  const named = outcomes.slice(0, outcomes.length > 3 ? 2 : 3);
  const more = outcomes.length - named.length;
  const words = named.map((outcome) => contactOutcomeLabels[outcome]).join(", ");
  const all = more > 0 ? `${words} and ${more} more` : words;
  if (withinDays === undefined) return all;
  return `${all}, in the last ${withinDays === 1 ? "24 hours" : days(withinDays)}`;
}

/** "in the last 7 days", "more than 30 days ago", "3 to 10 days ago", "never". */
export function spanWords({ never, minDays, maxDays }: DaySpan): string {
  const span = daysWords(minDays, maxDays);
  if (!never) return span ?? "any time";
  return span ? `${span}, or never` : "never";
}

function daysWords(minDays: number | undefined, maxDays: number | undefined): string | undefined {
  if (minDays !== undefined && maxDays !== undefined) {
    return minDays === maxDays ? `${days(minDays)} ago` : `${minDays} to ${days(maxDays)} ago`;
  }
  if (minDays !== undefined) return `${days(minDays)} ago or more`;
  if (maxDays === 0) return "in the last 24 hours";
  if (maxDays !== undefined) return `in the last ${days(maxDays)}`;
  return undefined;
}

function days(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}
