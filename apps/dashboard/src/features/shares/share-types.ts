// What a screen hands over to be shared, and a share as the server lists it.
import type { RouterOutputs } from "../../lib/trpc";

export type Share = RouterOutputs["shares"]["list"]["rows"][number];

/** The words that a note is about, as they were when it was written. */
export interface ShareableQuote {
  text: string;
  /** Where they stand, in words. */
  source: string;
  /** Somebody's own words, not a study's: they go along only when that is ticked. */
  isOfLead: boolean;
}

export interface ShareableNote {
  id: number;
  body: string;
  createdAt: string;
  quote?: ShareableQuote | undefined;
}

/** Something that tells who the lead is: goes along only when it is ticked. */
export interface LeadFact {
  label: string;
  value: string;
}
