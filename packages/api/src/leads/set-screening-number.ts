// The number that the study knows a person by: given with the consent or later, one of its kind at a study site.

import { lockByName } from "@studydesk/db/dialect";
import { holdLead } from "@studydesk/db/leads/lead-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import { findLeadByNumber } from "@studydesk/db/leads/study-consent-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { DomainError } from "@studydesk/domain/errors";
import type { SetScreeningNumberInput } from "@studydesk/domain/leads/lead-inputs";
import { leadAbilities } from "@studydesk/domain/leads/lead-policy";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { auditedChanges } from "../audit/audited-changes";
import type { Deps } from "../deps";
import { type LeadView, readLeadView } from "./lead-view";
import { getLead, getLeadToChange, recordLeadChange, saveLead } from "./save-lead";

/** The lock under which a study site gives its numbers. */
export function numbersOf({ studyId, siteId }: Pick<LeadRecord, "studyId" | "siteId">): string {
  return `screening numbers: study ${studyId}, site ${siteId}`;
}

/** Throws not_found, forbidden, conflict, rule_broken. */
export async function setScreeningNumber(
  deps: Pick<Deps, "db" | "now" | "live">,
  viewer: Viewer,
  input: SetScreeningNumberInput,
): Promise<LeadView> {
  const now = deps.now();
  const at = now.toISOString();
  const view = await inTransaction(deps.db, async (trx) => {
    await getLeadToChange(trx, viewer, input, ["screeningNumber", "status"]);
    await holdLead(trx, input.leadId);
    const lead = await getLeadToChange(trx, viewer, input, ["screeningNumber", "status"]);
    if (!leadAbilities(viewer, lead).setScreeningNumber) {
      throw new DomainError(
        "rule_broken",
        "A screening number is given once the person has consented to the study. Record the consent first.",
        { reason: "not_consented" },
      );
    }
    const { screeningNumber } = input;
    if (screeningNumber !== null) await requireFreeNumber(trx, lead, screeningNumber);
    const changeId = await saveLead(trx, viewer, lead, { screeningNumber }, at);
    const numbers = { from: lead.screeningNumber, to: screeningNumber };
    await recordLeadChange(trx, viewer, {
      lead,
      at,
      activities: [{ kind: "screening_number_set", ...numbers }],
      action: "lead.screening_number_set",
      // The study's own name for a person stays out of the chain that nobody can erase from.
      details: {
        isSet: screeningNumber !== null,
        ...(await auditedChanges(trx, lead, { screeningNumber })),
      },
    });
    return readLeadView(trx, viewer, await getLead(trx, viewer, lead.id), now, { changeId });
  });
  deps.live.announce();
  return view;
}

/**
 * Call it with the lead held: numbers of one study site are given one after the other. Throws rule_broken where
 * another lead there has the number.
 */
export async function requireFreeNumber(
  trx: Db,
  lead: LeadRecord,
  screeningNumber: string,
): Promise<void> {
  await lockByName(trx, numbersOf(lead));
  const taken = await findLeadByNumber(trx, lead, screeningNumber);
  if (taken === undefined || taken === lead.id) return;
  throw new DomainError(
    "rule_broken",
    `Lead ${taken} has this screening number already. Look at the log of the study, and enter this person’s own.`,
    { reason: "number_taken", details: { leadId: taken } },
  );
}
