// The flow of participants, live: who was assessed, who was excluded and why, who is still on the way.
import { countStandings } from "@studydesk/db/reports/consort-queries";
import { listCriterionLines } from "@studydesk/db/reports/criterion-line-queries";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { buildConsort } from "@studydesk/domain/reports/consort";
import type { ConsortReport, ReportInput } from "@studydesk/domain/reports/report";
import type { Deps } from "../deps";
import { readScope } from "./read-scope";
import { studiesOf } from "./studies-of";

export async function readConsort(
  deps: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  input: ReportInput,
): Promise<ConsortReport> {
  const scope = await readScope(deps, viewer, input);
  const counts = await countStandings(deps.db, scope);
  const lines = await listCriterionLines(deps.db, await studiesOf(deps.db, scope));
  const isOneStudy = new Set(lines.map(({ studyId }) => studyId)).size === 1;
  const labels = new Map(
    lines.map(({ lineId, label, nctId }) => [lineId, isOneStudy ? label : `${label} of ${nctId}`]),
  );
  return { at: deps.now().toISOString(), ...buildConsort(input, counts, labels) };
}
