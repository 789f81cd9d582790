// Changes that met somebody else's: what was meant, and what was there when it was decided on. Kept for
// this tab until the person has picked, as drafts are; one per lead, the newest.
import { leadStatuses } from "@studydesk/domain/leads/lead-status";
import { statusReasons } from "@studydesk/domain/leads/status-reasons";
import { useMemo, useSyncExternalStore } from "react";
import { z } from "zod/mini";
import { useMe } from "../../lib/me";

const crossingSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("status"),
    version: z.number(),
    to: z.enum(leadStatuses),
    reason: z.optional(z.enum(statusReasons)),
    criterionId: z.optional(z.number()),
    was: z.enum(leadStatuses),
  }),
  z.object({
    kind: z.literal("owner"),
    version: z.number(),
    to: z.nullable(z.string()),
    toName: z.nullable(z.string()),
    wasName: z.nullable(z.string()),
  }),
  z.object({
    kind: z.literal("followUp"),
    version: z.number(),
    to: z.nullable(z.string()),
    note: z.nullable(z.string()),
    was: z.nullable(z.string()),
    wasNote: z.nullable(z.string()),
  }),
]);
export type Crossing = z.infer<typeof crossingSchema>;

/** As drafts are called, so that signing out forgets them with those. */
const prefix = "studydesk.draft.crossing";
const keyOf = (userId: string, leadId: number) => `${prefix}.${userId}.${leadId}`;
const listeners = new Map<string, Set<() => void>>();

/** False: the lead is not on the screen, and nobody sees it now. */
export function keepCrossing(userId: string, leadId: number, crossing: Crossing): boolean {
  const key = keyOf(userId, leadId);
  try {
    sessionStorage.setItem(key, JSON.stringify(crossing));
  } catch {
    return false;
  }
  return tell(key);
}

export function dropCrossing(userId: string, leadId: number): void {
  const key = keyOf(userId, leadId);
  sessionStorage.removeItem(key);
  tell(key);
}

export function useCrossing(leadId: number): Crossing | undefined {
  const key = keyOf(useMe().userId, leadId);
  const subscribe = useMemo(() => listenTo(key), [key]);
  const kept = useSyncExternalStore(subscribe, () => sessionStorage.getItem(key));
  return useMemo(() => readCrossing(kept), [kept]);
}

function tell(key: string): boolean {
  const hearing = listeners.get(key) ?? [];
  for (const listener of hearing) listener();
  return [...hearing].length > 0;
}

function listenTo(key: string) {
  return (listener: () => void) => {
    const hearing = listeners.get(key) ?? new Set();
    listeners.set(key, hearing.add(listener));
    return () => {
      hearing.delete(listener);
      if (hearing.size === 0) listeners.delete(key);
    };
  };
}

function readCrossing(kept: string | null): Crossing | undefined {
  if (kept === null) return undefined;
  try {
    const read = crossingSchema.safeParse(JSON.parse(kept));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
