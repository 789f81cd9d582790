// What the address of the reports says: whose leads, of which days, and how they are laid out. Ids, days
// and closed lists alone.
import {
  funnelGroupings,
  logScopes,
  type ReportInput,
  reportInput,
} from "@studydesk/domain/reports/report";
import { z } from "zod";

const { shape } = reportInput;
/** An old or mistyped link narrows by what can still be read, never ends in an error. */
const ifReadable = <Part extends z.ZodType>(part: Part) => part.optional().catch(undefined);

export const reportsSearch = z.object({
  studyIds: ifReadable(shape.studyIds),
  siteIds: ifReadable(shape.siteIds),
  sources: ifReadable(shape.sources),
  languages: ifReadable(shape.languages),
  from: ifReadable(shape.from),
  to: ifReadable(shape.to),
  by: ifReadable(z.enum(funnelGroupings)),
  log: ifReadable(z.enum(logScopes)),
});
export type ReportsSearch = z.infer<typeof reportsSearch>;

/** What the server is asked; the same words always give the same question. */
export function questionOf(search: ReportsSearch): ReportInput {
  const { studyIds, siteIds, sources, languages, from, to } = search;
  return {
    ...(studyIds?.length ? { studyIds } : {}),
    ...(siteIds?.length ? { siteIds } : {}),
    ...(sources?.length ? { sources } : {}),
    ...(languages?.length ? { languages } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
}

export function isNarrowed(search: ReportsSearch): boolean {
  return Object.keys(questionOf(search)).length > 0;
}

/** Every filter gone; how it is laid out stays. */
export const withoutFilters = {
  studyIds: undefined,
  siteIds: undefined,
  sources: undefined,
  languages: undefined,
  from: undefined,
  to: undefined,
} as const;
