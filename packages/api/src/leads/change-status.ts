// Moves a lead along its life, through the guards of each way. Leads that are closed lose their
// follow-up; one that opens again because the person asked may be contacted again.
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { DomainError } from "@studydesk/domain/errors";
import type { ChangeStatusInput } from "@studydesk/domain/leads/lead-inputs";
import {
  canMove,
  moveRefusalSentences,
  openLeadStatuses,
} from "@studydesk/domain/leads/lead-status";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { type LeadView, readLeadView } from "./lead-view";
import {
  batchOf,
  getLead,
  getLeadToChange,
  type LeadWork,
  recordLeadChange,
  saveLead,
} from "./save-lead";

export async function changeStatus(
  deps: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  input: ChangeStatusInput,
): Promise<LeadView> {
  const now = deps.now();
  const view = await inTransaction(deps.db, async (trx) => {
    const lead = await getLeadToChange(trx, viewer, input, ["status", "doNotContact"]);
    const changeId = await moveLeadTo(trx, viewer, lead, input, { now });
    return readLeadView(trx, viewer, await getLead(trx, viewer, lead.id), now, { changeId });
  });
  deps.live.announce();
  return view;
}

type Move = Pick<ChangeStatusInput, "to" | "reason">;

function checkMove(lead: LeadRecord, { to, reason }: Move, now: Date): void {
  const answer = canMove(lead, to, reason, now);
  if (answer.ok) return;
  throw new DomainError("rule_broken", moveRefusalSentences[answer.refusal], {
    reason: answer.refusal,
  });
}

/** Through the guards; gives the change's id. Throws rule_broken. */
export async function moveLeadTo(
  trx: Db,
  viewer: Viewer,
  lead: LeadRecord,
  input: Move,
  work: LeadWork,
): Promise<number> {
  checkMove(lead, input, work.now);
  const at = work.now.toISOString();
  const { to, reason = null } = input;
  const liftsSilence = lead.doNotContact && reason === "person_asked";
  const changes = {
    status: to,
    statusSince: at,
    statusReason: reason,
    ...(openLeadStatuses.includes(to) ? {} : { followUpAt: null, followUpNote: null }),
    ...(liftsSilence ? { doNotContact: false } : {}),
  };
  const changeId = await saveLead(trx, viewer, lead, changes, at, { batch: batchOf(work) });
  const record = {
    lead,
    at,
    activities: [{ kind: "status_changed", from: lead.status, to, reason }],
    action: "lead.status_changed",
    details: { from: lead.status, to, reason, ...(liftsSilence ? { doNotContact: false } : {}) },
  } as const;
  await recordLeadChange(trx, viewer, record, work);
  return changeId;
}
