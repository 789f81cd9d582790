// A person is erased, by themselves or by an admin of the site: whatever is about them goes in one transaction, and
// then out of the files; what happened, when, and what was agreed to stays, so that every count and the audit
// chain hold.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { sweepErased } from "@studydesk/db/dialect";
import { addActivity } from "@studydesk/db/leads/activity-queries";
import {
  eraseIdentity,
  listAddressesOf,
  listNumbersOf,
  listOwnAddresses,
} from "@studydesk/db/leads/erase-queries";
import { holdLeads } from "@studydesk/db/leads/lead-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import type { Db } from "@studydesk/db/open-database";
import { listLeadsOfFile } from "@studydesk/db/retention/person-file-queries";
import { findRuleOfLead } from "@studydesk/db/retention/rule-queries";
import { lockSubmissionsOf } from "@studydesk/db/submissions/submission-queries";
import { eraseSubscriptions } from "@studydesk/db/subscriptions/subscription-queries";
import { cancelPlannedVisits } from "@studydesk/db/visits/visit-queries";
import { DomainError } from "@studydesk/domain/errors";
import { canMove } from "@studydesk/domain/leads/lead-status";
import { type EraseReason, isAtOwnRequest } from "@studydesk/domain/retention/erase-lead";
import { isKeptByDuty } from "@studydesk/domain/retention/retention-rule";
import type { Deps } from "../deps";
import { dropImportFilesOf, type ErasedPerson } from "../imports/drop-files-of";
import { recordChange } from "../record-change";
import { sendAgainLimit } from "../status-page/mail-status-links";
import { changeOwnLead, type LinkHolder, saveOwnLead } from "../status-page/status-link";
import { alertTeam, closeForGood } from "../status-page/withdraw-consent";
import { signUpMailLimit } from "../subscriptions/sign-up-for-alerts";

export type EraseDeps = Pick<
  Deps,
  "db" | "now" | "limits" | "live" | "baseUrl" | "mailQueued" | "importsFolder"
>;

/**
 * Throws not_found for a link that does not work, rate_limited, and rule_broken where the law keeps the
 * study's records. `reportFault` hears when the files could not be swept: the erasure stands then, too.
 */
export async function eraseOwnLead(
  deps: EraseDeps,
  holder: LinkHolder,
  reportFault: (error: unknown) => void,
): Promise<void> {
  const person = await changeOwnLead(deps, holder, async (trx, lead) => {
    const erasure = { now: deps.now() };
    const erased = await takeOut(trx, lead, erasure);
    await alertTeam(trx, lead, { how: "erased", ...deps });
    await recordErasure(trx, lead, erasure);
    return erased;
  });
  deps.mailQueued();
  await clearAfterErasing(deps, [person], reportFault);
}

export interface Erasure {
  now: Date;
  /** Left out: the person themselves. */
  reason?: EraseReason;
  /** Null: the study's clock, or a command. */
  byUserId?: string | null;
  by?: "command";
  /** The retention run that it belongs to. */
  runId?: number;
}

/** Call it last in a transaction, on the lead as it was read there. Throws rule_broken where the law keeps it. */
export async function erasePerson(
  trx: Db,
  lead: LeadRecord,
  erasure: Erasure,
): Promise<ErasedPerson> {
  const erased = await takeOut(trx, lead, erasure);
  await recordErasure(trx, lead, erasure);
  return erased;
}

async function takeOut(
  trx: Db,
  lead: LeadRecord,
  { now, reason, byUserId = null }: Erasure,
): Promise<ErasedPerson> {
  const at = now.toISOString();
  if (isKeptByDuty(lead, await findRuleOfLead(trx, lead), now)) throw keptByLaw();
  // A message of the same person on its way waits, and makes a lead of its own.
  await lockSubmissionsOf(trx, lead);
  // By their ids, as whoever takes a merge back holds them: else the two wait for one another.
  await holdLeads(
    trx,
    (await listLeadsOfFile(trx, lead.id)).map(({ id }) => id),
  );
  if (isAtOwnRequest(reason)) await closeForGood(trx, lead, now);
  else await closeUnasked(trx, lead, now, { reason, byUserId });
  // Before they are gone: alerts go by the address, whichever the person signed up with.
  const addresses = await listOwnAddresses(trx, lead);
  const person = {
    addresses: [...(await listAddressesOf(trx, lead))],
    phones: [...(await listNumbersOf(trx, lead))],
  };
  await eraseIdentity(trx, lead, at);
  // Alerts are a wish of their own: a clock or a wrong entry says nothing about them.
  if (isAtOwnRequest(reason)) {
    for (const address of addresses) await eraseSubscriptions(trx, address);
  }
  const activity = { kind: "erased", ...(reason === undefined ? {} : { reason }) } as const;
  await addActivity(trx, { leadId: lead.id, at, byUserId, activity });
  return person;
}

async function recordErasure(
  trx: Db,
  lead: LeadRecord,
  { now, reason, byUserId = null, by, runId }: Erasure,
): Promise<void> {
  const change = {
    at: now.toISOString(),
    actorId: byUserId,
    action: "lead.erased",
    subject: "lead",
    subjectId: String(lead.id),
    siteId: lead.siteId,
    details: {
      from: lead.status,
      ...(reason === undefined ? {} : { reason }),
      ...(by === undefined ? {} : { by }),
      ...(runId === undefined ? {} : { runId }),
    },
  } as const;
  // A run tells of all its leads together.
  if (runId === undefined) await recordChange(trx, change);
  else await addAudit(trx, change);
}

/** The consent stays as it was given: nobody took it back. */
async function closeUnasked(
  trx: Db,
  lead: LeadRecord,
  now: Date,
  { reason, byUserId }: { reason: EraseReason | undefined; byUserId: string | null },
): Promise<void> {
  const at = now.toISOString();
  const closing = reason === "mistake" ? closingOf(lead, now) : undefined;
  await saveOwnLead(
    trx,
    lead,
    {
      doNotContact: true,
      followUpAt: null,
      followUpNote: null,
      ...(closing ? { status: closing.to, statusSince: at, statusReason: closing.reason } : {}),
    },
    at,
  );
  for (const { id, startsAt } of await cancelPlannedVisits(trx, lead.id, at)) {
    const activity = {
      kind: "visit_ended",
      visitId: id,
      at: startsAt,
      state: "cancelled",
    } as const;
    await addActivity(trx, { leadId: lead.id, at, byUserId, activity });
  }
  if (!closing) return;
  const activity = { kind: "status_changed", from: lead.status, ...closing } as const;
  await addActivity(trx, { leadId: lead.id, at, byUserId, activity });
}

/** What was entered by mistake is no lead; whoever came too far for that is counted as declined. */
function closingOf(lead: LeadRecord, now: Date) {
  const ways = [
    { to: "invalid", reason: "not_a_person" },
    { to: "declined", reason: "none_given" },
  ] as const;
  return ways.find(({ to, reason }) => canMove(lead, to, { reason }, now).ok);
}

/** After the commit: what lies outside the tables, and the old bytes in the files. What fails stops none of the rest. */
export async function clearAfterErasing(
  deps: EraseDeps,
  people: readonly ErasedPerson[],
  reportFault: (error: unknown) => void,
  { sweep = true }: { sweep?: boolean } = {},
): Promise<void> {
  for (const person of people) {
    await clearLimitsOf(deps, person).catch(reportFault);
    await dropImportFilesOf(deps, person).catch(reportFault);
  }
  if (sweep) await sweepErased(deps.db).catch(reportFault);
}

async function clearLimitsOf({ limits }: EraseDeps, { addresses }: ErasedPerson): Promise<void> {
  for (const address of addresses) {
    await limits.clear(sendAgainLimit, address);
    await limits.clear(signUpMailLimit, address);
  }
}

function keptByLaw(): DomainError {
  return new DomainError(
    "rule_broken",
    "Records of people who take part in a study must be kept by law. Ask the study team what can be done.",
    { reason: "kept_by_law" },
  );
}
