// The order of the list, also where no column heads are shown.
import { Menu, UnstyledButton } from "@mantine/core";
import { menuProps } from "../../../components/menu-props";
import { columnNames } from "./lead-columns";
import classes from "./lead-list.module.css";
import type { LeadOrder } from "./lead-table";

const choices: readonly (LeadOrder & { label: string })[] = [
  { sort: "arrived", descending: true, label: "Newest first" },
  { sort: "arrived", descending: false, label: "Oldest first" },
  { sort: "waiting", descending: true, label: "Waiting longest" },
  { sort: "waiting", descending: false, label: "Waiting shortest" },
  { sort: "follow_up", descending: false, label: "Next follow-up" },
  { sort: "follow_up", descending: true, label: "Latest follow-up" },
  { sort: "last_contact", descending: true, label: "Contacted last" },
  { sort: "last_contact", descending: false, label: "Longest not contacted" },
  { sort: "attempts", descending: true, label: "Most attempts" },
  { sort: "attempts", descending: false, label: "Fewest attempts" },
  { sort: "name", descending: false, label: "Name A–Z" },
  { sort: "name", descending: true, label: "Name Z–A" },
  { sort: "status", descending: false, label: "Status, new first" },
  { sort: "status", descending: true, label: "Status, closed first" },
  ...(["study", "site", "owner", "language", "source"] as const).flatMap((sort) => [
    { sort, descending: false, label: `${columnNames[sort]} A–Z` },
    { sort, descending: true, label: `${columnNames[sort]} Z–A` },
  ]),
];

interface Props {
  order: LeadOrder;
  onOrder: (order: LeadOrder) => void;
}

export function SortMenu({ order, onOrder }: Props) {
  const current = choices.find((c) => c.sort === order.sort && c.descending === order.descending);
  return (
    <Menu {...menuProps} position="bottom-end">
      <Menu.Target>
        <UnstyledButton className={classes.sort}>
          <span className={classes.sortWord}>Sort: </span>
          {current?.label ?? "Newest first"}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown aria-label="Sort by" className={classes.orders}>
        <Menu.RadioGroup
          value={current?.label ?? ""}
          onChange={(label) => {
            const choice = choices.find((each) => each.label === label);
            if (choice) onOrder({ sort: choice.sort, descending: choice.descending });
          }}
        >
          {choices.map(({ label }) => (
            <Menu.RadioItem key={label} value={label} closeMenuOnClick>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
