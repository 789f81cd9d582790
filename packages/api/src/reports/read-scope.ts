// What a report is about, as far as the viewer may read it.
import type { ReportScope } from "@studydesk/db/reports/report-scope";
import { listSites } from "@studydesk/db/sites/site-queries";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { ReportInput } from "@studydesk/domain/reports/report";
import { siteIdsOfReport } from "@studydesk/domain/reports/report-policy";
import type { Deps } from "../deps";

export interface NamedScope extends ReportScope {
  siteNames: ReadonlyMap<number, string>;
}

/** Throws not_found where a site is not the viewer's. */
export async function readScope(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
  input: ReportInput,
): Promise<NamedScope> {
  const sites = await listSites(db, siteIdsOfReport(viewer, input.siteIds));
  return {
    input,
    sites: sites.map(({ id, timeZone }) => ({ siteId: id, timeZone })),
    siteNames: new Map(sites.map(({ id, name }) => [id, name])),
  };
}
