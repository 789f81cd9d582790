// Figures of the reports in words: shares, hours, and whose leads they are of.
import { languageName } from "@studydesk/domain/leads/languages";
import type { FunnelGrouping, ReportInput } from "@studydesk/domain/reports/report";
import { dayRangeWords } from "../../lib/day-range-words";
import { sourceLabels } from "../../lib/fact-words";

/** "41 %"; less than a half of one is said, not rounded away. Undefined: there is nothing to take a share of. */
export function shareWords(share: number | null): string | undefined {
  if (share === null) return undefined;
  const hundredths = Math.round(share * 100);
  if (hundredths === 0 && share > 0) return "< 1 %";
  return `${(hundredths === 100 && share < 1 ? 99 : hundredths).toString()} %`;
}

export function shareOf(count: number, all: number): number | null {
  return all === 0 ? null : count / all;
}

/** "40 min", "7 h", "2.5 h", "6 d". */
export function hoursWords(hours: number): string {
  if (hours < 1) return `${Math.round(hours * 60).toString()} min`;
  if (hours < 48) return `${short(hours)} h`;
  return `${short(hours / 24)} d`;
}

function short(amount: number): string {
  return (amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount)).toString();
}

export const groupingLabels: Readonly<Record<FunnelGrouping, string>> = {
  month: "Month",
  study: "Study",
  site: "Site",
  source: "Source",
  language: "Language",
};

interface Names {
  studies: ReadonlyMap<number, string>;
  sites: ReadonlyMap<number, string>;
}

/** Whose leads the numbers are of, each part by itself. */
export function scopeWords(input: ReportInput, names: Names): string[] {
  const { studyIds, siteIds, sources, languages, from, to } = input;
  const named = (ids: readonly number[], of: ReadonlyMap<number, string>) =>
    ids.map((id) => of.get(id) ?? `No. ${id.toString()}`).join(", ");
  return [
    studyIds ? named(studyIds, names.studies) : "All studies",
    siteIds ? named(siteIds, names.sites) : [...names.sites.values()].join(", "),
    from === undefined && to === undefined
      ? "Arrived at any time"
      : `Arrived ${dayRangeWords({ from, to })}`,
    ...(sources ? [`By ${sources.map((source) => sourceLabels[source]).join(", ")}`] : []),
    ...(languages ? [`Speaking ${languages.map((tag) => languageName(tag)).join(", ")}`] : []),
  ];
}
