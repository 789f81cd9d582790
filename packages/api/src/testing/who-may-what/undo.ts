// Taking changes back, one lead's or many: nobody takes back what somebody else did.
import { assignLead } from "../../leads/assign-lead";
import { everybodySignedIn, type GridRow, type Place } from "./grid";

export const undoRows: Readonly<Record<string, GridRow>> = {
  "leads.undo": {
    call: async (caller, place) => caller.leads.undo({ changeId: await changeOfColleague(place) }),
    outcomes: everybodySignedIn("not_found"),
  },
};

async function changeOfColleague({ deps, colleague, lead }: Place): Promise<number> {
  const input = { leadId: lead.id, ownerId: colleague.userId, expectedVersion: 1 };
  const { changeId = 0 } = await assignLead(deps, colleague, input);
  return changeId;
}
