// What there is to filter by: the viewer's own studies, sites and colleagues, and the closed lists.
import { languageName, spokenLanguages } from "@studydesk/domain/leads/languages";
import { leadStatuses, leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useMe } from "../../../lib/me";
import { useTRPC } from "../../../lib/trpc";
import type { FilterOption } from "./filter-chip";

export type FilterName = "statuses" | "studyIds" | "siteIds" | "owner" | "languages";

export const filterLabels: Readonly<Record<FilterName, string>> = {
  statuses: "Status",
  studyIds: "Study",
  siteIds: "Site",
  owner: "Owner",
  languages: "Language",
};

const statusOptions = leadStatuses.map((value) => ({ value, label: leadStatusLabels[value] }));
const languageOptions = spokenLanguages
  .map(({ tag }) => ({ value: tag, label: languageName(tag) }))
  .toSorted((a, b) => a.label.localeCompare(b.label));

export function useFilterOptions(): Readonly<Record<FilterName, readonly FilterOption[]>> {
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
      statuses: statusOptions,
      studyIds: (studies.data?.studies ?? []).map(({ id, title }) => ({
        value: String(id),
        label: title,
      })),
      siteIds: me.sites.map(({ id, name }) => ({ value: String(id), label: name })),
      owner: [
        { value: "me", label: "You" },
        { value: "none", label: "Unassigned" },
        ...[...names].map(([value, label]) => ({ value, label })),
      ],
      languages: languageOptions,
    };
  }, [studies.data, colleagues, me]);
}
