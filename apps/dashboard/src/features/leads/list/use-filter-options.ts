// What there is to filter by: the viewer's own studies, sites and colleagues, and the closed lists.
import { languageName, spokenLanguages } from "@studydesk/domain/leads/languages";
import { followUpFilters, noOwner } from "@studydesk/domain/leads/lead-filters";
import { leadSources } from "@studydesk/domain/leads/lead-source";
import { leadStatuses, leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { ownOwner, type ViewFilterName } from "@studydesk/domain/views/view-filters";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { FilterOption } from "../../../components/filter-chip";
import { sourceLabels } from "../../../lib/fact-words";
import { useMe } from "../../../lib/me";
import { useTRPC } from "../../../lib/trpc";
import { followUpLabels } from "./filter-words";

/** Filters that are picked from a list; the others have chips of their own. */
export type ChoiceName = Exclude<ViewFilterName, "age" | "lastContact" | "tried">;

const statuses = leadStatuses.map((value) => ({ value, label: leadStatusLabels[value] }));
const languages = spokenLanguages
  .map(({ tag }) => ({ value: tag, label: languageName(tag) }))
  .toSorted((a, b) => a.label.localeCompare(b.label));
const sources = leadSources.map((value) => ({ value, label: sourceLabels[value] }));
const followUps = followUpFilters.map((value) => ({ value, label: followUpLabels[value] }));
const hasNote = [
  { value: "true", label: "With a note of mine" },
  { value: "false", label: "Without" },
];

export function useFilterOptions(): Readonly<Record<ChoiceName, readonly FilterOption[]>> {
  const me = useMe();
  const trpc = useTRPC();
  const studies = useQuery(trpc.studies.list.queryOptions(undefined, { staleTime: 300_000 }));
  const colleagues = useQueries({
    queries: me.sites.map(({ id }) =>
      trpc.leads.assignees.queryOptions({ siteId: id }, { staleTime: 300_000 }),
    ),
    combine: (answers) => answers.flatMap((answer) => answer.data ?? []),
  });

  return useMemo(() => {
    const names = new Map(colleagues.map(({ userId, name }) => [userId, name]));
    names.delete(me.userId);
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
    };
  }, [studies.data, colleagues, me]);
}
