// The keys that start something on a lead, the same in the list and on the lead's own page.
import { useKeys } from "../../lib/keys/use-keys";
import { type LeadAction, leadActionKeys, leadActionNames } from "./lead-action";

/** Undefined: there is no lead to act on yet. */
export function useLeadKeys(
  actions: readonly LeadAction[],
  act: ((action: LeadAction) => void) | undefined,
): void {
  useKeys(
    "The lead",
    act
      ? actions.map((action) => ({
          keys: leadActionKeys[action],
          name: leadActionNames[action],
          run: () => act(action),
        }))
      : [],
  );
}
