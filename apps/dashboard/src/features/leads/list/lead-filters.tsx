// The filters above the list: what is searched for, a chip for each filter in force, and one more.

import { Menu, UnstyledButton } from "@mantine/core";
import {
  type ViewFilterName,
  type ViewFilters,
  withoutEmpty,
} from "@studydesk/domain/views/view-filters";
import { type Ref, useState } from "react";
import { DayRangeChip } from "../../../components/day-range-chip";
import { FilterChip } from "../../../components/filter-chip";
import chipLooks from "../../../components/filter-chip.module.css";
import { menuProps } from "../../../components/menu-props";
import { filterLabels } from "../filter-labels";
import { pickedIn, without, withPicked } from "./filter-choices";
import classes from "./lead-filters.module.css";
import { SearchField } from "./search-field";
import { SpanChip } from "./span-chip";
import { TriedChip } from "./tried-chip";
import { useFilterOptions } from "./use-filter-options";

interface Props {
  /** In force: the view's own and what is laid over it. */
  filters: ViewFilters;
  onFilters: (filters: ViewFilters) => void;
  /** Every filter gone, and the words. */
  onClear: () => void;
  text: string;
  onText: (text: string) => void;
  searchRef: Ref<HTMLInputElement>;
  onSearchDone: (text: string) => void;
}

const order: readonly ViewFilterName[] = [
  "studyIds",
  "statuses",
  "siteIds",
  "ownerIds",
  "followUps",
  "lastContact",
  "tried",
  "age",
  "arrived",
  "languages",
  "sources",
  "hasNote",
  "reasons",
  "stage",
  "shortOf",
  "screening",
  "failedLineIds",
  "answers",
  "measured",
  "unexplained",
];

/** One at a time. */
const single: readonly ViewFilterName[] = [
  "hasNote",
  "stage",
  "shortOf",
  "measured",
  "unexplained",
];

export function LeadFilters(props: Props) {
  const { filters, onFilters, onClear, text, onText, searchRef, onSearchDone } = props;
  const [openName, setOpenName] = useState<ViewFilterName>();
  const [isAdding, setAdding] = useState(false);
  const hasCriteria = filters.failedLineIds !== undefined || filters.answers !== undefined;
  const options = useFilterOptions(hasCriteria || isAdding || isOfCriteria(openName));
  const shown = order.filter((name) => filters[name] !== undefined || name === openName);
  const offered = order.filter(
    (name) =>
      !shown.includes(name) &&
      (isSpan(name) || name === "tried" || name === "arrived" || options[name].length > 1),
  );
  const isAnyOn = text.trim() !== "" || Object.keys(filters).length > 0;
  return (
    <div className={classes.filters}>
      <SearchField ref={searchRef} text={text} onText={onText} onDone={onSearchDone} />
      <div className={classes.chips}>
        {shown.map((name) => {
          const chip = {
            name: filterLabels[name],
            isOpen: openName === name,
            onOpenChange: (isOpen: boolean) => setOpenName(isOpen ? name : undefined),
            onRemove: () => {
              setOpenName(undefined);
              onFilters(without(filters, name));
            },
          };
          if (name === "tried") {
            return (
              <TriedChip
                key={name}
                {...chip}
                tried={filters.tried}
                onTried={(tried) => onFilters(withoutEmpty({ ...filters, tried }))}
              />
            );
          }
          if (name === "arrived") {
            return (
              <DayRangeChip
                key={name}
                {...chip}
                range={filters.arrived ?? {}}
                onRange={(arrived) => onFilters(withoutEmpty({ ...filters, arrived }))}
              />
            );
          }
          return isSpan(name) ? (
            <SpanChip
              key={name}
              {...chip}
              span={filters[name] ?? {}}
              canBeNever={name === "lastContact"}
              onSpan={(span) => onFilters({ ...filters, [name]: span })}
            />
          ) : (
            <FilterChip
              key={name}
              {...chip}
              options={options[name]}
              picked={pickedIn(filters, name)}
              isSingle={single.includes(name)}
              onPick={(values) => onFilters(withPicked(filters, name, values))}
            />
          );
        })}
        {offered.length > 0 ? (
          <Menu {...menuProps} position="bottom-start" onChange={setAdding}>
            <Menu.Target>
              <UnstyledButton className={classes.add}>+ Filter</UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown aria-label="Filter by" className={chipLooks.choices}>
              {offered.map((name) => (
                <Menu.Item key={name} onClick={() => setOpenName(name)}>
                  {filterLabels[name]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        ) : null}
        {isAnyOn ? (
          <UnstyledButton className={classes.clear} onClick={onClear}>
            Clear all
          </UnstyledButton>
        ) : null}
      </div>
    </div>
  );
}

function isSpan(name: ViewFilterName): name is "age" | "lastContact" {
  return name === "age" || name === "lastContact";
}

function isOfCriteria(name: ViewFilterName | undefined): boolean {
  return name === "failedLineIds" || name === "answers";
}
