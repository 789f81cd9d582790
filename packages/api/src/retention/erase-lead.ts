// An admin of the site, or whoever runs the server by a command, erases one person: first what there is and what will
// stay, then the erasure itself, by the same function as on the person's own status page.
import { findLead } from "@studydesk/db/leads/lead-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { countHeld } from "@studydesk/db/retention/held-queries";
import { findRuleOfLead } from "@studydesk/db/retention/rule-queries";
import { listSites } from "@studydesk/db/sites/site-queries";
import { listMessageTimes } from "@studydesk/db/status-page/status-link-queries";
import { DomainError, notFound, staleVersion } from "@studydesk/domain/errors";
import { canServeDataRights } from "@studydesk/domain/leads/lead-policy";
import { siteIdsOf } from "@studydesk/domain/people/viewer";
import type { EraseLeadInput, HeldCounts } from "@studydesk/domain/retention/erase-lead";
import { dueAt, isKeptByDuty } from "@studydesk/domain/retention/retention-rule";
import type { Context } from "../context";
import type { Deps } from "../deps";
import { clearAfterErasing, type EraseDeps, erasePerson } from "../leads/erase-lead";
import { refuseErased, refuseMerged } from "../leads/save-lead";
import { type AccountActor, auditOf } from "../people/get-account";

export interface ErasurePreview {
  held: HeldCounts;
  version: number;
  /** False: the study's records must be kept by law. */
  mayErase: boolean;
  /** When the study's clock erases it by itself, as things are; null: it does not. */
  dueAt: string | null;
}

/** Throws not_found, forbidden, and rule_broken for a lead that is gone already. */
export async function readErasure(
  { db, now }: Pick<Deps, "db" | "now">,
  actor: AccountActor,
  leadId: number,
): Promise<ErasurePreview> {
  const lead = await getLeadToServe(db, actor, leadId);
  const rule = await findRuleOfLead(db, lead);
  const lastMessageAt = (await listMessageTimes(db, lead.id)).at(-1) ?? null;
  return {
    held: await countHeld(db, lead.id),
    version: lead.version,
    mayErase: !isKeptByDuty(lead, rule, now()),
    dueAt: dueAt({ ...lead, lastMessageAt }, rule),
  };
}

/** Throws not_found, forbidden, rule_broken, conflict, and invalid where the number typed is another one. */
export async function eraseLead(
  deps: EraseDeps,
  actor: AccountActor,
  { leadId, reason, typedNumber, expectedVersion }: EraseLeadInput,
  reportFault: Context["reportFault"],
): Promise<void> {
  const person = await inTransaction(deps.db, async (trx) => {
    const lead = await getLeadToServe(trx, actor, leadId);
    if (typedNumber !== lead.id) throw wrongNumber(lead.id);
    if (lead.version !== expectedVersion) throw staleVersion("lead", lead.version);
    const { actorId: byUserId, details } = auditOf(actor);
    return erasePerson(trx, lead, { now: deps.now(), reason, byUserId, ...details });
  });
  deps.live.announce();
  await clearAfterErasing(deps, [person], (error) => reportFault(error, "retention.erase"));
}

/** Throws not_found, rule_broken, forbidden. */
export async function getLeadToServe(
  db: Db,
  actor: AccountActor,
  leadId: number,
): Promise<LeadRecord> {
  const siteIds =
    actor === "command" ? (await listSites(db, "all")).map(({ id }) => id) : siteIdsOf(actor);
  const lead = await findLead(db, siteIds, leadId);
  if (!lead) throw actor === "command" ? noSuchLead(leadId) : notFound("lead");
  refuseErased(lead);
  refuseMerged(lead);
  if (actor === "command" || canServeDataRights(actor, lead)) return lead;
  throw new DomainError(
    "forbidden",
    "Admins of this site answer people who ask for their data or want to be erased. Ask one of them.",
  );
}

function wrongNumber(leadId: number): DomainError {
  return new DomainError(
    "invalid",
    `Nothing was erased: this lead’s number is ${leadId}. Type it once more to say that it is the right one.`,
    { reason: "wrong_number" },
  );
}

/** At the command line no lead is another's, and several may have been named. */
function noSuchLead(leadId: number): DomainError {
  return new DomainError(
    "not_found",
    `There is no lead ${leadId}. Its number stands on the lead’s page.`,
  );
}
