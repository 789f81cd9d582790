// The log's columns and choices in words.

import { leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { statusReasonLabels } from "@studydesk/domain/leads/status-reasons";
import type { LogRow, LogScope } from "@studydesk/domain/reports/report";

export const logScopeLabels: Readonly<Record<LogScope, string>> = {
  assessed: "Everybody assessed",
  screened: "Screened",
  consented: "Consented",
};

/** The days of a lead's life that the log tells, in their order. */
export const logDays = [
  ["arrivedOn", "Arrived"],
  ["firstContactOn", "First contact"],
  ["screenedOn", "Screened"],
  ["decidedOn", "Decided"],
  ["visitHeldOn", "Visit"],
  ["consentOn", "Consent"],
  ["enrolledOn", "Enrolled"],
] as const;

/** "22 Nov 26": seven of them stand in a row. */
export function logDayWords(day: string | null): string {
  return day === null ? "–" : shortDay.format(new Date(`${day}T12:00:00.000Z`));
}

const shortDay = new Intl.DateTimeFormat("en-GB", {
  ...{ timeZone: "UTC", day: "numeric", month: "short" },
  year: "2-digit",
});

/** "Declined: Too far to travel". */
export function outcomeWords({ status, reason }: Pick<LogRow, "status" | "reason">): string {
  const label = leadStatusLabels[status];
  return reason === null ? label : `${label}: ${statusReasonLabels[reason]}`;
}
