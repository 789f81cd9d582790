// A visit at the site: planned with the person, then held, missed or called off. A missed one is told on the
// timeline and changes no status by itself.
import { z } from "zod";
import { type LeadStatus, openLeadStatuses } from "../leads/lead-status";

export const visitStates = ["planned", "held", "no_show", "cancelled"] as const;
export type VisitState = (typeof visitStates)[number];

export const visitStateLabels: Readonly<Record<VisitState, string>> = {
  planned: "Planned",
  held: "Held",
  no_show: "Did not come",
  cancelled: "Cancelled",
};

/** In which a visit can be planned: once an investigator signed, and while screening goes on. */
export const visitStatuses: readonly LeadStatus[] = openLeadStatuses.filter(
  (status) => status === "visit_scheduled" || status === "in_screening",
);

/** How a planned visit ends. */
export const visitEnds = visitStates.filter((state) => state !== "planned");
export type VisitEnd = Exclude<VisitState, "planned">;

export const usualVisitMinutes = 60;

// 32 bits wide: beyond that PostgreSQL breaks off.
const id = z.int32().positive();
/** ISO-8601 with a zone; kept as UTC with milliseconds. */
const instant = z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString());

const visitPlan = {
  startsAt: instant,
  minutes: z.int().min(5, "A visit takes at least five minutes.").max(1440),
  /** As the person reads it: building, floor, whom to ask for. */
  place: z.string().trim().max(300).nullable(),
  /** For the team alone. */
  note: z.string().trim().max(1000).nullable(),
};

export const listVisitsInput = z.object({ leadId: id });
export type ListVisitsInput = z.infer<typeof listVisitsInput>;

export const planVisitInput = z.object({ leadId: id, ...visitPlan });
export type PlanVisitInput = z.infer<typeof planVisitInput>;

/** `expectedSequence`: how often it had been moved when it was looked at. */
export const moveVisitInput = z.object({
  visitId: id,
  expectedSequence: z.int32().nonnegative(),
  ...visitPlan,
});
export type MoveVisitInput = z.infer<typeof moveVisitInput>;

export const endVisitInput = z.object({ visitId: id, state: z.enum(visitEnds) });
export type EndVisitInput = z.infer<typeof endVisitInput>;
