// Where the keyboard stands in the list, for the links in its rows.
import { createContext, useContext } from "react";

export interface LeadCursor {
  /** The row that j and k move from. */
  readonly cursorId: number | undefined;
  /** The lead in the panel. */
  readonly openId: number | undefined;
  /** One row down (1) or up (-1). */
  readonly onMove: (step: number) => void;
}

export const LeadCursorContext = createContext<LeadCursor>({
  cursorId: undefined,
  openId: undefined,
  onMove: () => undefined,
});

export function useLeadCursor(): LeadCursor {
  return useContext(LeadCursorContext);
}

/** The link of a row; the cursor puts the focus on it. */
export function leadLinkId(leadId: number): string {
  return `lead-link-${leadId}`;
}
