// Logs an attempt to reach the person and sets the next step: when people here usually answer, unless
// somebody said otherwise. Whoever calls a lead that nobody owns has it from then on.
import { lockByName } from "@studydesk/db/dialect";
import { findAttemptByRequest } from "@studydesk/db/leads/activity-queries";
import { inTransaction } from "@studydesk/db/open-database";
import type { LogContactInput } from "@studydesk/domain/leads/lead-inputs";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { type LeadView, readLeadView } from "../leads/lead-view";
import { getLead, getLeadToChange } from "../leads/save-lead";
import { columnsOfAttempt, keepAttempt } from "./keep-attempt";

export async function logContact(
  deps: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  input: LogContactInput,
): Promise<LeadView> {
  const now = deps.now();
  const view = await inTransaction(deps.db, async (trx) => {
    // The same press sent twice at once: the second one finds what the first one kept.
    if (input.requestKey) await lockByName(trx, `contact ${viewer.userId} ${input.requestKey}`);
    const known = await findAttemptByRequest(trx, viewer.userId, input.requestKey);
    if (known?.leadId === input.leadId) {
      // The answer to the first sending was lost: nothing is logged twice.
      const { leadId, ...change } = known;
      return readLeadView(trx, viewer, await getLead(trx, viewer, leadId), now, change);
    }
    const lead = await getLeadToChange(trx, viewer, input, columnsOfAttempt);
    const { leadId: _, expectedVersion: __, ...made } = input;
    const { channel, outcome } = made;
    const note = made.note || null;
    const { changeId } = await keepAttempt(
      trx,
      viewer,
      lead,
      {
        ...made,
        note,
        tell: (kept) => ({ kind: "contact_attempted", channel, outcome, note, ...kept }),
      },
      { now },
    );
    return readLeadView(trx, viewer, await getLead(trx, viewer, lead.id), now, { changeId });
  });
  deps.live.announce();
  return view;
}
