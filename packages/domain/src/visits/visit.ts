// A visit at the site: when it may be planned, and what is said of it.
import { z } from "zod";
import { cleanLine, cleanParagraphs } from "../leads/typed-text";
import { visitEnds } from "./visit-states";

export const usualVisitMinutes = 60;

// 32 bits wide: beyond that PostgreSQL breaks off.
const id = z.int32().positive();
/** ISO-8601 with a zone; kept as UTC with milliseconds. */
const instant = z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString());

const visitPlan = {
  startsAt: instant,
  minutes: z.int().min(5, "A visit takes at least five minutes.").max(1440),
  /** As the person reads it: building, floor, whom to ask for. */
  place: z
    .string()
    .max(300)
    .transform((typed) => cleanLine(typed) || null)
    .nullable(),
  /** For the team alone. */
  note: z
    .string()
    .max(1000)
    .transform((typed) => cleanParagraphs(typed) || null)
    .nullable(),
};

/** Whether two of them take place at the same time, in whole or in part. */
export function isOverlapping(
  one: { readonly startsAt: string; readonly minutes: number },
  other: { readonly startsAt: string; readonly minutes: number },
): boolean {
  const [from, otherFrom] = [Date.parse(one.startsAt), Date.parse(other.startsAt)];
  const [until, otherUntil] = [from + one.minutes * 60_000, otherFrom + other.minutes * 60_000];
  return from < otherUntil && otherFrom < until;
}

export const overlappingVisitsInput = z.object({
  leadId: id,
  startsAt: instant,
  minutes: z.int().min(5).max(1440),
  /** The visit that is being moved does not stand in its own way. */
  exceptVisitId: id.optional(),
});
export type OverlappingVisitsInput = z.infer<typeof overlappingVisitsInput>;

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
