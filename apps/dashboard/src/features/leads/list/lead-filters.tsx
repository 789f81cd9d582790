// The filters above the list: what is searched for, a chip for each filter in force, and one more.
import { Menu, UnstyledButton } from "@mantine/core";
import { leadStatuses } from "@studydesk/domain/leads/lead-status";
import { type ReactNode, type Ref, useState } from "react";
import { filtersInForce, type InboxSearch, isNarrowed } from "../inbox-search";
import { menuProps } from "../menu-props";
import { FilterChip } from "./filter-chip";
import classes from "./lead-filters.module.css";
import { SearchField } from "./search-field";
import { type FilterName, filterLabels, useFilterOptions } from "./use-filter-options";

type Filters = Pick<InboxSearch, FilterName>;

interface Props {
  search: InboxSearch;
  onFilters: (filters: Partial<Filters>) => void;
  /** Back to the view as it is, text and filters gone. */
  onClear: () => void;
  text: string;
  onText: (text: string) => void;
  searchRef: Ref<HTMLInputElement>;
  /** Stands beside the search where there is no room elsewhere. */
  children?: ReactNode;
}

const order: readonly FilterName[] = ["studyIds", "statuses", "siteIds", "owner", "languages"];

export function LeadFilters(props: Props) {
  const { search, onFilters, onClear, text, onText, searchRef, children } = props;
  const options = useFilterOptions();
  const [openName, setOpenName] = useState<FilterName>();
  const picked = pickedIn(search);
  const shown = order.filter((name) => picked[name].length > 0 || name === openName);
  const offered = order.filter((name) => !shown.includes(name) && options[name].length > 1);
  return (
    <div className={classes.filters}>
      <SearchField ref={searchRef} text={text} onText={onText} />
      {children}
      {shown.map((name) => (
        <FilterChip
          key={name}
          name={filterLabels[name]}
          options={options[name]}
          picked={picked[name]}
          isSingle={name === "owner"}
          isOpen={openName === name}
          onOpenChange={(isOpen) => setOpenName(isOpen ? name : undefined)}
          onPick={(values) => onFilters(filterFrom(name, values))}
          onRemove={() => {
            setOpenName(undefined);
            onFilters(filterFrom(name, []));
          }}
        />
      ))}
      {offered.length > 0 ? (
        <Menu {...menuProps} position="bottom-start">
          <Menu.Target>
            <UnstyledButton className={classes.add}>+ Filter</UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown aria-label="Filter by">
            {offered.map((name) => (
              <Menu.Item key={name} onClick={() => setOpenName(name)}>
                {filterLabels[name]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {isNarrowed(search, text) ? (
        <UnstyledButton className={classes.clear} onClick={onClear}>
          Clear
        </UnstyledButton>
      ) : null}
    </div>
  );
}

function pickedIn(search: InboxSearch): Record<FilterName, string[]> {
  const {
    statuses = [],
    studyIds = [],
    siteIds = [],
    owner,
    languages = [],
  } = filtersInForce(search);
  return {
    statuses,
    studyIds: studyIds.map(String),
    siteIds: siteIds.map(String),
    owner: owner === undefined || owner === "anyone" ? [] : [owner],
    languages,
  };
}

/** An empty list stays in the address: it lifts what the view would ask for by itself. */
function filterFrom(name: FilterName, values: string[]): Partial<Filters> {
  switch (name) {
    case "statuses":
      return { statuses: leadStatuses.filter((status) => values.includes(status)) };
    case "studyIds":
      return { studyIds: values.map(Number) };
    case "siteIds":
      return { siteIds: values.map(Number) };
    case "languages":
      return { languages: values };
    case "owner":
      return { owner: values[0] ?? "anyone" };
  }
}
