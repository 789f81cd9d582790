// The recruitment funnel: how far leads came and how long they waited, all together and group by group.
import { countByStatus } from "@studydesk/db/reports/consort-queries";
import { listStudyTitles } from "@studydesk/db/reports/criterion-line-queries";
import { type CountedGroup, countFunnel } from "@studydesk/db/reports/recruitment-queries";
import { languageName } from "@studydesk/domain/leads/languages";
import { noLanguage } from "@studydesk/domain/leads/lead-filters";
import { leadSourceLabels, leadSources } from "@studydesk/domain/leads/lead-source";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { daysOfMonth, monthName } from "@studydesk/domain/reports/months";
import type {
  Funnel,
  FunnelGrouping,
  FunnelStage,
  RecruitmentInput,
  RecruitmentReport,
  ReportInput,
} from "@studydesk/domain/reports/report";
import {
  assessedStatuses,
  filtersOfReport,
  filtersOfStage,
} from "@studydesk/domain/reports/report-filters";
import { quartilesOf } from "@studydesk/domain/reports/spread";
import type { ViewFilters } from "@studydesk/domain/views/view-filters";
import type { Deps } from "../deps";
import { readScope } from "./read-scope";

export async function readRecruitment(
  deps: Pick<Deps, "db" | "now">,
  viewer: Viewer,
  { by, ...input }: RecruitmentInput,
): Promise<RecruitmentReport> {
  const scope = await readScope(deps, viewer, input);
  const counted = await countFunnel(deps.db, scope, by);
  const titles =
    by === "study"
      ? await listStudyTitles(
          deps.db,
          counted.map(({ key }) => Number(key)),
        )
      : null;
  const labelOf: Readonly<Record<FunnelGrouping, (key: string) => string>> = {
    study: (key) => titles?.get(Number(key)) ?? key,
    site: (key) => scope.siteNames.get(Number(key)) ?? key,
    source: (key) => leadSourceLabels[sourceOf(key)],
    month: monthName,
    language: (key) => (key === noLanguage ? "None named" : languageName(key)),
  };
  const groups = counted.map((group) => ({
    key: group.key,
    label: labelOf[by](group.key),
    ...toFunnel(group, (more) =>
      filtersOfReport(narrow(input, by, group.key), assessedStatuses, more),
    ),
  }));
  const statuses = await countByStatus(deps.db, scope);
  return {
    at: deps.now().toISOString(),
    by,
    total: toFunnel(sumOf(counted), (more) => filtersOfReport(input, assessedStatuses, more)),
    groups: groups.toSorted((one, other) =>
      by === "month"
        ? one.key.localeCompare(other.key)
        : one.label.localeCompare(other.label, "en") || one.key.localeCompare(other.key),
    ),
    invalid: {
      count: statuses
        .filter(({ status }) => status === "invalid")
        .reduce((all, { count }) => all + count, 0),
      filters: filtersOfReport(input, ["invalid"]),
    },
  };
}

function narrow(input: ReportInput, by: FunnelGrouping, key: string): ReportInput {
  switch (by) {
    case "study":
      return { ...input, studyIds: [Number(key)] };
    case "site":
      return { ...input, siteIds: [Number(key)] };
    case "source":
      return { ...input, sources: [sourceOf(key)] };
    case "month":
      return { ...input, ...daysOfMonth(key, input) };
    case "language":
      return { ...input, languages: [key] };
  }
}

function sourceOf(key: string) {
  return leadSources.find((source) => source === key) ?? "study_page";
}

function sumOf(groups: readonly CountedGroup[]): CountedGroup {
  const stage = (name: FunnelStage) => groups.reduce((all, { stages }) => all + stages[name], 0);
  return {
    key: "",
    stages: byStage(stage),
    toFirstContact: groups.flatMap(({ toFirstContact }) => toFirstContact),
    toDecision: groups.flatMap(({ toDecision }) => toDecision),
  };
}

function toFunnel(
  { stages, toFirstContact, toDecision }: CountedGroup,
  filtersWith: (more: ViewFilters) => ViewFilters,
): Funnel {
  const spread = (seconds: readonly number[], measured: "first_contact" | "decision") => ({
    observations: { count: seconds.length, filters: filtersWith({ measured }) },
    ...quartilesOf(seconds),
  });
  return {
    stages: byStage((stage) => ({
      count: stages[stage],
      filters: filtersWith(filtersOfStage(stage)),
    })),
    toFirstContact: spread(toFirstContact, "first_contact"),
    toDecision: spread(toDecision, "decision"),
  };
}

function byStage<Value>(of: (stage: FunnelStage) => Value): Record<FunnelStage, Value> {
  return {
    arrived: of("arrived"),
    reached: of("reached"),
    screened: of("screened"),
    eligible: of("eligible"),
    visit_held: of("visit_held"),
    enrolled: of("enrolled"),
  };
}
