// The studies whose criteria a report may name.

import type { Db } from "@studydesk/db/open-database";
import { listStudiesAt } from "@studydesk/db/reports/criterion-line-queries";
import type { ReportScope } from "@studydesk/db/reports/report-scope";

/** Those asked for among the studies of the scope's sites. */
export async function studiesOf(db: Db, { sites, input }: ReportScope): Promise<number[]> {
  const known = await listStudiesAt(
    db,
    sites.map(({ siteId }) => siteId),
  );
  const { studyIds } = input;
  return studyIds?.length ? known.filter((id) => studyIds.includes(id)) : known;
}
