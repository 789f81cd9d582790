// Logs an attempt to reach the person and sets the next step: the usual time of the outcome unless
// somebody said otherwise. Whoever calls a lead that nobody owns has it from then on.
import { addContactAttempt } from "@studydesk/db/leads/activity-queries";
import type { LeadChanges } from "@studydesk/db/leads/lead-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import { inTransaction } from "@studydesk/db/open-database";
import { DomainError } from "@studydesk/domain/errors";
import type { Activity } from "@studydesk/domain/leads/activity";
import { changesAfterAttempt } from "@studydesk/domain/leads/contact-attempt";
import type { LogContactInput } from "@studydesk/domain/leads/lead-inputs";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { type LeadView, readLeadView } from "./lead-view";
import { getLead, getLeadToChange, recordLeadChange, saveLead } from "./save-lead";

/** What an attempt is decided on; who owns the lead or what it is called does not matter to it. */
const columnsOfAttempt = [
  "status",
  "followUpAt",
  "attemptCount",
  "doNotContact",
] as const satisfies readonly (keyof LeadChanges)[];

export async function logContact(
  deps: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  input: LogContactInput,
): Promise<LeadView> {
  const now = deps.now();
  const at = now.toISOString();
  const view = await inTransaction(deps.db, async (trx) => {
    const lead = await getLeadToChange(trx, viewer, input, columnsOfAttempt);
    refuseSilenced(lead);
    const changes: LeadChanges = {
      ...changesAfterAttempt(lead, input, viewer.userId, now),
      firstAttemptAt: lead.firstAttemptAt ?? at,
    };
    const { channel, outcome } = input;
    const note = input.note || null;
    const attempt = { leadId: lead.id, at, channel, outcome, note, byUserId: viewer.userId };
    const attemptId = await addContactAttempt(trx, attempt);
    const changeId = await saveLead(trx, viewer, lead, changes, at, { attemptId });
    await recordLeadChange(trx, viewer, {
      lead,
      at,
      activities: [
        ...alsoChanged(lead, changes),
        { kind: "contact_attempted", attemptId, channel, outcome, note },
      ],
      action: "lead.contact_logged",
      details: { attemptId, channel, outcome, ...(changes.status ? { to: changes.status } : {}) },
    });
    return readLeadView(trx, viewer, await getLead(trx, viewer, lead.id), now, { changeId });
  });
  deps.live.announce();
  return view;
}

function refuseSilenced(lead: LeadRecord): void {
  if (!lead.doNotContact) return;
  throw new DomainError(
    "rule_broken",
    "This person asked not to be contacted. No attempt can be logged; the lead opens again only when they ask.",
    { reason: "do_not_contact" },
  );
}

function alsoChanged(lead: LeadRecord, { ownerId, status }: LeadChanges): Activity[] {
  return [
    ...(ownerId ? [{ kind: "owner_changed" as const, from: lead.ownerId, to: ownerId }] : []),
    ...(status
      ? [{ kind: "status_changed" as const, from: lead.status, to: status, reason: null }]
      : []),
  ];
}
