// Today's queue shared out among those who work at it.
import type { Fixed, Flag } from "./columns";

/** A lead in front of somebody: nobody else is given it until `until`. */
interface LeadHoldsTable {
  leadId: Fixed<number>;
  userId: string;
  /** Signing out lets go of what the session held. */
  sessionId: string;
  /** A tab's own name: two tabs of one person hold different leads. */
  screenId: string;
  since: string;
  until: string;
}

/** A lead put aside with a reason, which stands on its timeline. */
interface LeadSkipsTable {
  leadId: Fixed<number>;
  byUserId: Fixed<string>;
  /** Whether the reason keeps the lead from everybody, or from this person alone. */
  forAll: Flag;
  until: string;
  /** Whatever happens to the lead ends the skip. */
  leadVersion: number;
}

export interface QueueTables {
  leadHolds: LeadHoldsTable;
  leadSkips: LeadSkipsTable;
}
