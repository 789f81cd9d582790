// A visit is planned with the person, then held, missed or called off. A missed one is told on the timeline and
// changes no status by itself.
import type { LeadStatus } from "../leads/lead-status";

export const visitStates = ["planned", "held", "no_show", "cancelled"] as const;
export type VisitState = (typeof visitStates)[number];

export const visitStateLabels: Readonly<Record<VisitState, string>> = {
  planned: "Planned",
  held: "Held",
  no_show: "Did not come",
  cancelled: "Cancelled",
};

/** How a planned visit ends. */
export const visitEnds = ["held", "no_show", "cancelled"] as const satisfies readonly VisitState[];
export type VisitEnd = (typeof visitEnds)[number];

/** In which a visit can be planned: once an investigator signed, and while screening goes on. */
export const visitStatuses: readonly LeadStatus[] = ["visit_scheduled", "in_screening"];
