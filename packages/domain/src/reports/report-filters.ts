// From what a report is asked to the filters of the lists behind its numbers: whatever a number counts,
// its filters show.
import type { LeadStatus } from "../leads/lead-status";
import { consentedStatuses, leadStatuses, openLeadStatuses } from "../leads/lead-status";
import type { ViewFilters } from "../views/view-filters";
import type { FunnelStage, LogScope, ReportInput } from "./report";

/** All but invalid: a lead that was merged into another is invalid, so that the two count once. */
export const assessedStatuses: readonly LeadStatus[] = leadStatuses.filter(
  (status) => status !== "invalid",
);

/** Closed before consent to the study. */
export const excludedStatuses = [
  "pre_screen_failure",
  "declined",
  "could_not_reach",
] as const satisfies readonly LeadStatus[];

/** Nobody knows yet what becomes of them. */
export const underWayStatuses: readonly LeadStatus[] = openLeadStatuses.filter(
  (status) => !consentedStatuses.includes(status),
);

/** With the invalid ones. */
function filtersOfInput({ studyIds, siteIds, sources, languages, from, to }: ReportInput) {
  const arrived = {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  return {
    ...(studyIds?.length ? { studyIds } : {}),
    ...(siteIds?.length ? { siteIds } : {}),
    ...(sources?.length ? { sources } : {}),
    ...(languages?.length ? { languages } : {}),
    ...(Object.keys(arrived).length > 0 ? { arrived } : {}),
  } satisfies ViewFilters;
}

/** Everybody in these statuses, and what else is asked of them. */
export function filtersOfReport(
  input: ReportInput,
  statuses: readonly LeadStatus[],
  more: ViewFilters = {},
): ViewFilters {
  return { ...filtersOfInput(input), statuses: [...statuses], ...more };
}

export function filtersOfStage(stage: FunnelStage): ViewFilters {
  return stage === "arrived" ? {} : { stage };
}

export function filtersOfLog(input: ReportInput, scope: LogScope): ViewFilters {
  if (scope === "consented") return filtersOfReport(input, consentedStatuses);
  return filtersOfReport(
    input,
    assessedStatuses,
    scope === "screened" ? { stage: "screened" } : {},
  );
}
