// A filter by the days on which leads came: from one, to one, or between two, by each site's calendar.
import { Popover, TextInput, UnstyledButton } from "@mantine/core";
import { ChipFrame } from "../../../components/chip-frame";
import chipLooks from "../../../components/filter-chip.module.css";
import { type Arrived, arrivedWords } from "./filter-words";
import classes from "./lead-filters.module.css";

interface Props {
  name: string;
  arrived: Arrived;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onArrived: (arrived: Arrived) => void;
  onRemove: () => void;
}

export function ArrivedChip(props: Props) {
  const { name, arrived, isOpen, onOpenChange, onArrived, onRemove } = props;
  const { from, to } = arrived;
  return (
    <ChipFrame name={name} isOn={from !== undefined || to !== undefined} onRemove={onRemove}>
      <Popover
        opened={isOpen}
        onChange={onOpenChange}
        position="bottom-start"
        width={300}
        shadow="md"
        trapFocus
        returnFocus
        transitionProps={{ duration: 0 }}
        portalProps={{ target: "#screen" }}
      >
        <Popover.Target>
          <UnstyledButton className={chipLooks.chipName} onClick={() => onOpenChange(!isOpen)}>
            {name}: {arrivedWords(arrived)}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown className={classes.spans} aria-label={name}>
          <TextInput
            type="date"
            label="First day"
            max={to}
            value={from ?? ""}
            onChange={({ currentTarget }) => onArrived(between(currentTarget.value, to))}
          />
          <TextInput
            type="date"
            label="Last day"
            min={from}
            value={to ?? ""}
            onChange={({ currentTarget }) => onArrived(between(from, currentTarget.value))}
          />
        </Popover.Dropdown>
      </Popover>
    </ChipFrame>
  );
}

/** A date field is empty until its day is whole. */
function between(from: string | undefined, to: string | undefined): Arrived {
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}
