// Two leads that may be one person: what can be decided on them, and how a walk through all leads stands.
import { z } from "zod";

/** `different`: somebody said that these are two people; never offered again. */
export const pairStates = ["open", "merged", "different"] as const;
export type PairState = (typeof pairStates)[number];

export type ScanStatus = "running" | "done" | "stopped";

/** In whichever order. */
export const pairInput = z.object({ leadA: z.int().positive(), leadB: z.int().positive() });
export type PairInput = z.infer<typeof pairInput>;
