// A lead that is typed in, over whatever screen is there: the telephone rings anywhere. Open or not is kept
// like the draft: a reload in the middle of a call brings both back.
import { callsPeople, useMe } from "../../../lib/me";
import { useDraft } from "../../../lib/use-draft";
import { NewLeadDialog } from "./new-lead-dialog";

export const newLeadKey = "l";

export function useNewLead() {
  const me = useMe();
  const [isOpen, setOpen] = useDraft("newLead.open");
  const canAdd = callsPeople(me);
  return {
    /** Undefined for whoever works on no site's leads. */
    open: canAdd ? () => setOpen("yes") : undefined,
    dialog: canAdd && isOpen ? <NewLeadDialog onClose={() => setOpen("")} /> : null,
  };
}
