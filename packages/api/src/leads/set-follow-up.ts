// Sets when to get back to a lead and what for, or takes it away.
import { inTransaction } from "@studydesk/db/open-database";
import { DomainError } from "@studydesk/domain/errors";
import type { SetFollowUpInput } from "@studydesk/domain/leads/lead-inputs";
import { leadAbilities } from "@studydesk/domain/leads/lead-policy";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { type LeadView, readLeadView } from "./lead-view";
import { getLead, getLeadToChange, recordLeadChange, saveLead } from "./save-lead";

export async function setFollowUp(
  deps: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  input: SetFollowUpInput,
): Promise<LeadView> {
  const now = deps.now();
  const at = now.toISOString();
  const view = await inTransaction(deps.db, async (trx) => {
    const lead = await getLeadToChange(trx, viewer, input, ["followUpAt", "followUpNote"]);
    if (!leadAbilities(viewer, lead).setFollowUp) {
      throw new DomainError(
        "rule_broken",
        "This lead is marked invalid and needs no follow-up. Restore it first if that was wrong.",
        { reason: "invalid_lead" },
      );
    }
    const followUpNote = (input.at !== null && input.note) || null;
    await saveLead(trx, viewer, lead, { followUpAt: input.at, followUpNote }, at);
    const times = { from: lead.followUpAt, to: input.at };
    await recordLeadChange(trx, viewer, {
      lead,
      at,
      activities: [{ kind: "follow_up_set", ...times, note: followUpNote }],
      action: "lead.follow_up_set",
      details: times,
    });
    return readLeadView(trx, viewer, await getLead(trx, viewer, lead.id), now);
  });
  deps.live.announce();
  return view;
}
