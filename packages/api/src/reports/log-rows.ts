// Rows of the screening log, made from the leads of a page: numbers, days, where each stands and what speaks
// against it, and never who it is beyond the initials that were asked for.
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import { listLeadsById } from "@studydesk/db/leads/list-leads";
import type { Db } from "@studydesk/db/open-database";
import { listCriterionLines } from "@studydesk/db/reports/criterion-line-queries";
import { listAnswersAgainst, listCriterionLabels } from "@studydesk/db/reports/log-queries";
import { dayIn } from "@studydesk/domain/leads/local-day";
import { initialsOf } from "@studydesk/domain/reports/initials";
import type { LogRow } from "@studydesk/domain/reports/report";

export async function readLogRows(
  db: Db,
  siteIds: readonly number[],
  ids: readonly number[],
  { withInitials }: { withInitials: boolean },
): Promise<LogRow[]> {
  const leads = await listLeadsById(db, siteIds, ids);
  const against = Map.groupBy(await listAnswersAgainst(db, ids), ({ leadId }) => leadId);
  const named = leads.flatMap(({ criterionId }) => criterionId ?? []);
  const labels = await listCriterionLabels(db, named);
  const lines = await listCriterionLines(db, [...new Set(leads.map(({ studyId }) => studyId))]);
  const labelNow = new Map(lines.map(({ lineId, label }) => [lineId, label]));
  return leads.map((lead) => {
    const closing = lead.criterionId === null ? undefined : labels.get(lead.criterionId);
    const others = (against.get(lead.id) ?? []).filter(({ lineId }) => lineId !== closing?.lineId);
    return {
      ...toRow(lead),
      initials: withInitials ? initialsOf(lead) : null,
      failedCriteria: [...(closing ? [closing] : []), ...others].map(({ lineId, label }) =>
        labelWords(label, labelNow.get(lineId)),
      ),
    };
  });
}

/** "I1 (was I2)": as every other report names it, and as it was called when it failed. */
function labelWords(then: string, now: string | undefined): string {
  return now === undefined || now === then ? then : `${now} (was ${then})`;
}

function toRow(lead: LeadRecord): Omit<LogRow, "initials" | "failedCriteria"> {
  const dayOf = (at: string | null) => (at === null ? null : dayIn(lead.siteTimeZone, at));
  return {
    leadId: lead.id,
    screeningNumber: lead.screeningNumber,
    studyTitle: lead.studyTitle,
    nctId: lead.nctId,
    siteName: lead.siteName,
    arrivedOn: dayIn(lead.siteTimeZone, lead.createdAt),
    firstContactOn: dayOf(lead.firstContactAt),
    screenedOn: dayOf(lead.screenedAt),
    decidedOn: dayOf(lead.decidedAt),
    visitHeldOn: dayOf(lead.visitHeldAt),
    consentOn: lead.studyConsentOn,
    enrolledOn: dayOf(lead.enrolledAt),
    status: lead.status,
    statusOn: dayIn(lead.siteTimeZone, lead.statusSince),
    reason: lead.statusReason,
  };
}
