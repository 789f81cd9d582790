// What Today asks of the queue. Each tab is a screen with a name of its own, under which it holds leads.
import { z } from "zod";

const leadId = z.int32().positive();

/** The name a tab gave itself; left out: the person's only screen. */
const screenId = z.string().max(64).default("");

export const nextLeadInput = z.object({
  screenId,
  /** What this screen shows now: it stays held, and is not brought again. */
  inFrontId: leadId.nullable().default(null),
  /** What it showed before a break: brought again unless somebody else has it by now. */
  wantedId: leadId.nullable().default(null),
  /** Dealt with, or put aside: not brought again. */
  skipLeadIds: z.array(leadId).max(200).default([]),
});
export type NextLeadInput = z.infer<typeof nextLeadInput>;

/** The screen is still there, with these leads. */
export const holdLeadsInput = z.object({ screenId, leadIds: z.array(leadId).max(5) });
export type HoldLeadsInput = z.infer<typeof holdLeadsInput>;

export const letGoInput = z.object({ screenId });
export type LetGoInput = z.infer<typeof letGoInput>;

/** How long a hold lasts after the last sign of the screen, and how often a screen gives one. */
export const holdMs = 150_000;
export const holdRenewMs = 45_000;
/** After a tab went away: long enough for it to be loaded again. */
export const letGoMs = 15_000;
