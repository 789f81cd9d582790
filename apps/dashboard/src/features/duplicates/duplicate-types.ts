// The shapes that the server sends for leads of one person, under the names the screens use.
import type { RouterOutputs } from "../../lib/trpc";

export type PairView = RouterOutputs["duplicates"]["list"]["pairs"][number];
export type Comparison = RouterOutputs["duplicates"]["compare"];
export type LeadView = Comparison["leads"][number];
export type ScanView = RouterOutputs["duplicates"]["scans"][number];
