// The way to the dialog for a new lead, from any screen of the desk.
import { createContext, useContext } from "react";

export const NewLeadContext = createContext<(() => void) | undefined>(undefined);

/** Undefined for whoever works on no site's leads. */
export function useOpenNewLead(): (() => void) | undefined {
  return useContext(NewLeadContext);
}
