// Puts facts about a person right, fact by fact: what still is as the editor saw it is written; what
// somebody else wrote meanwhile is left alone and named. Whatever is derived from a fact follows it.
import { holdLead, type LeadChanges } from "@studydesk/db/leads/lead-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { findSite } from "@studydesk/db/sites/site-queries";
import { DomainError } from "@studydesk/domain/errors";
import type { EditLeadInput } from "@studydesk/domain/leads/edit-lead-input";
import { foldEmail } from "@studydesk/domain/leads/fold-email";
import { sortNameOf } from "@studydesk/domain/leads/fold-name";
import {
  checkLeadFact,
  type LeadFactName,
  leadFactLabels,
  leadFactNames,
  leadFactText,
} from "@studydesk/domain/leads/lead-facts";
import { leadSources } from "@studydesk/domain/leads/lead-source";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { auditedChanges } from "../audit/audited-changes";
import { readPhoneNumber } from "../contact/phone-number";
import { timeZoneOfPhone } from "../contact/time-zone-of-phone";
import type { Deps } from "../deps";
import { endLinksOfFormerAddress } from "./end-links-of-former-address";
import { type LeadView, readLeadView } from "./lead-view";
import { getLead, getLeadToWorkOn, recordLeadChange, saveLead } from "./save-lead";

export interface EditedLead {
  lead: LeadView;
  /** Facts that somebody else changed since the edit began: nothing of these was written. */
  conflicts: LeadFactName[];
}

type Wanted = Partial<Record<LeadFactName, string>>;

/** Throws not_found, rule_broken, forbidden, invalid. */
export async function editLead(
  deps: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  { leadId, fields }: EditLeadInput,
): Promise<EditedLead> {
  const now = deps.now();
  const wanted = checkFacts(fields, now);
  const edited = await inTransaction(deps.db, async (trx) => {
    await getLeadToWorkOn(trx, viewer, leadId);
    await holdLead(trx, leadId);
    const lead = await getLeadToWorkOn(trx, viewer, leadId);
    const open = leadFactNames.filter(
      (name) => wanted[name] !== undefined && wanted[name] !== leadFactText(lead, name),
    );
    const conflicts = open.filter((name) => fields[name]?.from !== leadFactText(lead, name));
    const kept = open.filter((name) => !conflicts.includes(name));
    const changeId = kept.length > 0 ? await write(trx, viewer, lead, kept, wanted, now) : null;
    const told = changeId === null ? {} : { changeId };
    const view = await readLeadView(trx, viewer, await getLead(trx, viewer, leadId), now, told);
    return { lead: view, conflicts };
  });
  deps.live.announce();
  return edited;
}

function checkFacts(fields: EditLeadInput["fields"], today: Date): Wanted {
  const wanted: Wanted = {};
  for (const name of leadFactNames) {
    const typed = fields[name]?.to;
    if (typed === undefined) continue;
    const checked = checkLeadFact(name, typed, today);
    if (!checked.ok) {
      throw new DomainError("invalid", `${leadFactLabels[name]}: ${checked.sentence}`, {
        reason: "fact",
        details: { fact: name },
      });
    }
    wanted[name] = checked.text;
  }
  return wanted;
}

async function write(
  trx: Db,
  viewer: Viewer,
  lead: LeadRecord,
  kept: readonly LeadFactName[],
  wanted: Wanted,
  now: Date,
): Promise<number> {
  const at = now.toISOString();
  const changes = await columnsOf(trx, lead, kept, wanted);
  const changeId = await saveLead(trx, viewer, lead, changes, at);
  await endLinksOfFormerAddress(trx, lead, changes, at);
  const after = await getLead(trx, viewer, lead.id);
  const written = leadFactNames.filter(
    (fact) => leadFactText(lead, fact) !== leadFactText(after, fact),
  );
  await recordLeadChange(trx, viewer, {
    lead,
    at,
    activities: [
      {
        kind: "fields_changed",
        changes: written.map((fact) => ({
          fact,
          from: leadFactText(lead, fact) || null,
          to: leadFactText(after, fact) || null,
        })),
      },
    ],
    action: "lead.fields_changed",
    details: { fields: written.join(" "), ...(await auditedChanges(trx, lead, changes)) },
  });
  return changeId;
}

/** The columns of these facts, and those that follow from them. */
async function columnsOf(
  trx: Db,
  lead: LeadRecord,
  kept: readonly LeadFactName[],
  wanted: Wanted,
): Promise<LeadChanges> {
  const to = (name: LeadFactName) => (kept.includes(name) ? wanted[name] : undefined);
  const firstName = to("firstName") ?? lead.firstName;
  const lastName = to("lastName") ?? lead.lastName;
  const [email, phone, language] = [to("email"), to("phone"), to("language")];
  const [birthYear, timeZone] = [to("birthYear"), to("timeZone")];
  const source = leadSources.find((each) => each === to("source"));
  return {
    ...(kept.includes("firstName") ? { firstName } : {}),
    ...(kept.includes("lastName") ? { lastName } : {}),
    ...(kept.includes("firstName") || kept.includes("lastName")
      ? { sortName: sortNameOf(firstName, lastName) }
      : {}),
    ...(email === undefined ? {} : { email, emailFolded: foldEmail(email) }),
    ...(phone === undefined ? {} : await phoneColumns(trx, lead, phone)),
    ...(language === undefined ? {} : { language: language || null }),
    ...(birthYear === undefined ? {} : { birthYear: birthYear ? Number(birthYear) : null }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(source ? { source } : {}),
  };
}

/** The zone follows the number as long as it was guessed from the number before. */
async function phoneColumns(trx: Db, lead: LeadRecord, phoneTyped: string): Promise<LeadChanges> {
  const site = await findSite(trx, lead.siteId);
  const read = (typed: string) => readPhoneNumber(typed, site?.countryCode ?? "");
  const zoneOf = (typed: string) => timeZoneOfPhone(read(typed).countryCode, lead.siteTimeZone);
  const wasGuessed = lead.timeZone === zoneOf(lead.phoneTyped);
  return {
    phone: read(phoneTyped).e164,
    phoneTyped,
    ...(wasGuessed ? { timeZone: zoneOf(phoneTyped) } : {}),
  };
}
