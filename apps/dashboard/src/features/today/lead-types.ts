// The server's shapes that Today works with.
import type { RouterInputs, RouterOutputs } from "../../lib/trpc";

export type NextLead = RouterOutputs["leads"]["next"];
export type LeadView = RouterOutputs["leads"]["get"];
export type TimelineEntry = NextLead["last"][number];
export type LogContact = RouterInputs["leads"]["logContact"];

/** The lead in front of the coordinator, and why. */
export interface ShownLead {
  lead: LeadView;
  kind: NonNullable<NextLead["why"]>["kind"];
  why: { sentence: string; isLate: boolean };
  last: TimelineEntry[];
  nextTries: NextLead["nextTries"];
}
