// The views that everybody has: what each asks for before a filter is laid over it, and its order.
import type { LeadSort } from "../leads/lead-filters";
import { noOwner } from "../leads/lead-filters";
import { openLeadStatuses } from "../leads/lead-status";
import { ownOwner, type ViewFilters } from "./view-filters";

export const builtInViews = ["inbox", "due", "unassigned", "mine", "all"] as const;
export type BuiltInView = (typeof builtInViews)[number];

export const builtInViewNames: Readonly<Record<BuiltInView, string>> = {
  inbox: "Inbox",
  due: "Due today",
  unassigned: "Unassigned",
  mine: "Mine",
  all: "All leads",
};

export interface ViewQuestion {
  readonly filters: ViewFilters;
  readonly sort: LeadSort;
  readonly descending: boolean;
}

/** Newest first; what is due, soonest first. */
export const builtInQuestions: Readonly<Record<BuiltInView, ViewQuestion>> = {
  inbox: { filters: { statuses: ["new", "contacting"] }, sort: "arrived", descending: true },
  due: { filters: { followUps: ["overdue", "today"] }, sort: "follow_up", descending: false },
  unassigned: {
    filters: { statuses: [...openLeadStatuses], ownerIds: [noOwner] },
    sort: "arrived",
    descending: true,
  },
  mine: {
    filters: { statuses: [...openLeadStatuses], ownerIds: [ownOwner] },
    sort: "arrived",
    descending: true,
  },
  all: { filters: {}, sort: "arrived", descending: true },
};

/** Which way an order starts: those who came last or wait longest first, everything else from its beginning. */
export function startsDescending(sort: LeadSort): boolean {
  return ["arrived", "waiting", "last_contact", "attempts"].includes(sort);
}
