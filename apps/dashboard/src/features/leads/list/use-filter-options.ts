// What there is to filter by: the viewer's own studies, sites and colleagues, and the closed lists.
import { languageName, spokenLanguages } from "@studydesk/domain/leads/languages";
import {
  followUpFilters,
  leadStages,
  measures,
  noLanguage,
  noOwner,
  noReason,
  screeningFilters,
} from "@studydesk/domain/leads/lead-filters";
import { leadSources } from "@studydesk/domain/leads/lead-source";
import {
  leadStatuses,
  leadStatusLabels,
  openLeadStatuses,
} from "@studydesk/domain/leads/lead-status";
import { statusReasonLabels, statusReasons } from "@studydesk/domain/leads/status-reasons";
import { answerLabels, answersTo } from "@studydesk/domain/screening/answer";
import { ownOwner, type ViewFilterName } from "@studydesk/domain/views/view-filters";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { FilterOption } from "../../../components/filter-chip";
import { sourceLabels } from "../../../lib/fact-words";
import { useMe } from "../../../lib/me";
import { useTRPC } from "../../../lib/trpc";
import { followUpLabels, measureLabels, screeningLabels, stageLabels } from "./filter-words";

/** Filters that are picked from a list; the others have chips of their own. */
export type ChoiceName = Exclude<ViewFilterName, "age" | "arrived" | "lastContact" | "tried">;

const statuses = leadStatuses.map((value) => ({
  value,
  label: leadStatusLabels[value],
  group: openLeadStatuses.includes(value) ? "Open" : "Closed, and enrolled",
}));
const languages = [
  ...spokenLanguages
    .map(({ tag }) => ({ value: tag, label: languageName(tag) }))
    .toSorted((a, b) => a.label.localeCompare(b.label)),
  { value: noLanguage, label: "None named" },
];
const sources = leadSources.map((value) => ({ value, label: sourceLabels[value] }));
const followUps = followUpFilters.map((value) => ({ value, label: followUpLabels[value] }));
const hasNote = [
  { value: "true", label: "With a note of mine" },
  { value: "false", label: "Without" },
];
const reasons = [
  ...statusReasons.map((value) => ({ value, label: statusReasonLabels[value] })),
  { value: noReason, label: "None said" },
];
const stages = leadStages.map((value) => ({ value, label: stageLabels[value] }));
const screening = screeningFilters.map((value) => ({ value, label: screeningLabels[value] }));
const measured = measures.map((value) => ({ value, label: measureLabels[value] }));
const unexplained = [{ value: "true", label: "A reason of the lists" }];

/** `hasCriteria`: whether criteria are among the filters, or may be picked now. */
export function useFilterOptions(
  hasCriteria: boolean,
): Readonly<Record<ChoiceName, readonly FilterOption[]>> {
  const me = useMe();
  const trpc = useTRPC();
  const studies = useQuery(trpc.studies.list.queryOptions(undefined, { staleTime: 300_000 }));
  const colleagues = useQueries({
    queries: me.sites.map(({ id }) =>
      trpc.leads.assignees.queryOptions({ siteId: id }, { staleTime: 300_000 }),
    ),
    combine: (answers) => answers.flatMap((answer) => answer.data ?? []),
  });
  const criteria = useQuery(
    trpc.reports.lines.queryOptions(undefined, { staleTime: 300_000, enabled: hasCriteria }),
  );

  return useMemo(() => {
    const names = new Map(colleagues.map(({ userId, name }) => [userId, name]));
    names.delete(me.userId);
    const lines = criteria.data ?? [];
    const isOneStudy = new Set(lines.map(({ studyId }) => studyId)).size === 1;
    const nameOf = ({ label, nctId }: (typeof lines)[number]) =>
      isOneStudy ? label : `${label} of ${nctId}`;
    return {
      statuses,
      studyIds: (studies.data?.studies ?? []).map(({ id, title }) => ({
        value: String(id),
        label: title,
      })),
      siteIds: me.sites.map(({ id, name }) => ({ value: String(id), label: name })),
      ownerIds: [
        { value: ownOwner, label: "You" },
        { value: noOwner, label: "Unassigned" },
        ...[...names].map(([value, label]) => ({ value, label })),
      ],
      languages,
      sources,
      followUps,
      hasNote,
      reasons,
      stage: stages,
      shortOf: stages,
      failedLineIds: lines.map((line) => ({ value: String(line.lineId), label: nameOf(line) })),
      screening,
      answers: lines.flatMap((line) =>
        answersTo(line.kind).map((answer) => ({
          value: `${line.lineId}:${answer}`,
          label: `${nameOf(line)}: ${answerLabels[answer].toLowerCase()}`,
        })),
      ),
      measured,
      unexplained,
    };
  }, [studies.data, criteria.data, colleagues, me]);
}
