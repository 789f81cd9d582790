// Home's numbers, each as the filters of the list that shows exactly its rows: what is counted and what
// opens can never be two things.
import { z } from "zod";
import type { ContactOutcome } from "../contact/contact-attempt";
import { noOwner } from "../leads/lead-filters";
import { openLeadStatuses } from "../leads/lead-status";
import { ownOwner, type ViewFilters } from "../views/view-filters";

export const homeInput = z.object({
  /** Whose charts; left out: the first of the viewer's sites. */
  siteId: z.int32().positive().optional(),
});
export type HomeInput = z.infer<typeof homeInput>;

/** Over so many days the promise is judged, and so many the charts show. */
export const homeDays = 30;
/** Whose promise runs out within so many hours is listed. */
export const soonHours = 2;

export const homeNumbers = ["overdue", "due", "new", "later"] as const;
export type HomeNumber = (typeof homeNumbers)[number];

/** `mine`: of whoever works on leads, with those that nobody owns; `all`: of the sites that they see. */
export type HomeScope = "mine" | "all";

export function filtersOfNumber(number: HomeNumber, scope: HomeScope): ViewFilters {
  const desk = scope === "mine" ? { ownerIds: [ownOwner, noOwner] } : {};
  const own = scope === "mine" ? { ownerIds: [ownOwner] } : {};
  const open = { statuses: [...openLeadStatuses] };
  switch (number) {
    case "overdue":
      return { ...open, ...desk, followUps: ["overdue"] };
    case "due":
      return { ...open, ...desk, followUps: ["today"] };
    case "new":
      return { statuses: ["new"], ...desk };
    // The next step waits for its day: the person asked for it, or a record is to come.
    case "later":
      return { ...open, ...own, followUps: ["next_7_days", "later"] };
  }
}

/** Whole days since the lead came in, from and to. */
export const ageBands = [
  [0, 0],
  [1, 1],
  [2, 3],
  [4, 7],
  [8, 30],
  [31, undefined],
] as const;
export type AgeBand = (typeof ageBands)[number];

/** Waiting to be reached at a site, for so many days. */
export function filtersOfAge(siteId: number, [minDays, maxDays]: AgeBand): ViewFilters {
  const age = { minDays, ...(maxDays === undefined ? {} : { maxDays }) };
  return { statuses: ["new", "contacting"], siteIds: [siteId], age };
}

/** Who came in so many days ago, whatever became of them. */
export function filtersOfArrival(siteId: number, daysAgo: number): ViewFilters {
  return { siteIds: [siteId], age: { minDays: daysAgo, maxDays: daysAgo } };
}

/** Of so many days the attempts are shown. */
export const triedDays = 7;

/** Whom somebody tried to reach within the last seven days. */
export function filtersOfTried(siteId: number): ViewFilters {
  return { siteIds: [siteId], lastContact: { maxDays: triedDays - 1 } };
}

/** With whom one of these attempts, or several, ended so. */
export function filtersOfOutcome(siteId: number, outcome: ContactOutcome): ViewFilters {
  return { siteIds: [siteId], tried: { outcomes: [outcome], withinDays: triedDays } };
}

export interface ArrivalDay {
  /** Spans of 24 hours: 0 is the last one. */
  daysAgo: number;
  arrived: number;
  /** Of these, so far. */
  reached: number;
}

export interface OutcomeCount {
  outcome: ContactOutcome;
  attempts: number;
  /** Each once, however often they were tried. */
  people: number;
}
