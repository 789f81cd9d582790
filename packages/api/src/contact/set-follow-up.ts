// Sets when to get back to a lead and what for, or takes it away.
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { DomainError } from "@studydesk/domain/errors";
import type { SetFollowUpInput } from "@studydesk/domain/leads/lead-inputs";
import { leadAbilities } from "@studydesk/domain/leads/lead-policy";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { type LeadView, readLeadView } from "../leads/lead-view";
import {
  batchOf,
  getLead,
  getLeadToChange,
  type LeadWork,
  recordLeadChange,
  saveLead,
} from "../leads/save-lead";

export async function setFollowUp(
  deps: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  input: SetFollowUpInput,
): Promise<LeadView> {
  const now = deps.now();
  const view = await inTransaction(deps.db, async (trx) => {
    const lead = await getLeadToChange(trx, viewer, input, ["followUpAt", "followUpNote"]);
    const changeId = await planFollowUp(trx, viewer, lead, input, { now });
    return readLeadView(trx, viewer, await getLead(trx, viewer, lead.id), now, { changeId });
  });
  deps.live.announce();
  return view;
}

/** Gives the change's id. Throws rule_broken for a lead that is none. */
export async function planFollowUp(
  trx: Db,
  viewer: Viewer,
  lead: LeadRecord,
  input: Pick<SetFollowUpInput, "at" | "note">,
  work: LeadWork,
): Promise<number> {
  if (!leadAbilities(viewer, lead).setFollowUp) {
    throw new DomainError(
      "rule_broken",
      "This lead is marked invalid and needs no follow-up. Restore it first if that was wrong.",
      { reason: "invalid_lead" },
    );
  }
  const at = work.now.toISOString();
  const followUpNote = (input.at !== null && input.note) || null;
  const changes = { followUpAt: input.at, followUpNote };
  const changeId = await saveLead(trx, viewer, lead, changes, at, { batch: batchOf(work) });
  const times = { from: lead.followUpAt, to: input.at };
  const record = {
    lead,
    at,
    activities: [{ kind: "follow_up_set", ...times, note: followUpNote }],
    action: "lead.follow_up_set",
    details: times,
  } as const;
  await recordLeadChange(trx, viewer, record, work);
  return changeId;
}
