// What the lead's screen hands over, and a share as the server lists it.
import type { RouterOutputs } from "../../lib/trpc";

export type Share = RouterOutputs["shares"]["list"]["rows"][number];

export interface ShareableNote {
  id: number;
  body: string;
  createdAt: string;
}

/** Something that tells who the lead is: goes along only when it is ticked. */
export interface LeadFact {
  label: string;
  value: string;
}
