// Whose leads the reports are of: a chip for each thing to choose by, all in the address.
import { UnstyledButton } from "@mantine/core";
import { languageName, spokenLanguages } from "@studydesk/domain/leads/languages";
import { leadSources } from "@studydesk/domain/leads/lead-source";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { DayRangeChip } from "../../components/day-range-chip";
import { FilterChip, type FilterOption } from "../../components/filter-chip";
import { sourceLabels } from "../../lib/fact-words";
import classes from "./report-filters.module.css";
import { isNarrowed, type ReportsSearch, withoutFilters } from "./reports-search";

type ChoiceName = "studyIds" | "siteIds" | "sources" | "languages";

interface Props {
  search: ReportsSearch;
  /** Undefined: not known yet. */
  studies: readonly FilterOption[] | undefined;
  sites: readonly FilterOption[];
}

const sources = leadSources.map((value) => ({ value, label: sourceLabels[value] }));
const languages = spokenLanguages
  .map(({ tag }) => ({ value: tag, label: languageName(tag) }))
  .toSorted((a, b) => a.label.localeCompare(b.label));

export function ReportFilters({ search, studies, sites }: Props) {
  const navigate = useNavigate({ from: "/reports" });
  const [openName, setOpenName] = useState<ChoiceName | "days">();
  const set = (change: Partial<ReportsSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false });
  const openProps = (name: ChoiceName | "days") => ({
    isOpen: openName === name,
    onOpenChange: (isOpen: boolean) => setOpenName(isOpen ? name : undefined),
  });
  const choices: readonly {
    name: ChoiceName;
    label: string;
    options: readonly FilterOption[] | undefined;
    read: (picked: string[]) => Partial<ReportsSearch>;
  }[] = [
    {
      name: "studyIds",
      label: "Study",
      options: studies,
      read: (picked) => ({ studyIds: picked.map(Number) }),
    },
    {
      name: "siteIds",
      label: "Site",
      options: sites,
      read: (picked) => ({ siteIds: picked.map(Number) }),
    },
    {
      name: "sources",
      label: "Source",
      options: sources,
      read: (picked) => ({ sources: leadSources.filter((source) => picked.includes(source)) }),
    },
    {
      name: "languages",
      label: "Language",
      options: languages,
      read: (picked) => ({ languages: picked }),
    },
  ];
  return (
    <div className={classes.filters}>
      {choices.map(({ name, label, options, read }) => {
        const picked = (search[name] ?? []).map(String);
        // One alone is no choice; what is not known yet keeps its place.
        if (options && options.length < 2 && picked.length === 0) return null;
        return (
          <FilterChip
            key={name}
            name={label}
            options={options ?? []}
            picked={picked}
            {...openProps(name)}
            onPick={(values) => set(values.length > 0 ? read(values) : { [name]: undefined })}
            onRemove={picked.length > 0 ? () => set({ [name]: undefined }) : undefined}
          />
        );
      })}
      <DayRangeChip
        name="Arrived"
        range={{ from: search.from, to: search.to }}
        {...openProps("days")}
        onRange={({ from, to }) => set({ from, to })}
        onRemove={
          search.from || search.to ? () => set({ from: undefined, to: undefined }) : undefined
        }
      />
      {isNarrowed(search) ? (
        <UnstyledButton className={classes.clear} onClick={() => set(withoutFilters)}>
          Clear all
        </UnstyledButton>
      ) : null}
    </div>
  );
}
