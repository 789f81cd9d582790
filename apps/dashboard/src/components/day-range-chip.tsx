// A filter by calendar days: a few usual spans at a press, any other by its first and last day.
import { Button, TextInput } from "@mantine/core";
import { type DayRange, dayRangeWords, usualRanges } from "../lib/day-range-words";
import { ChipPopover } from "./chip-popover";
import classes from "./day-range-chip.module.css";

interface Props {
  name: string;
  range: DayRange;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onRange: (range: DayRange) => void;
  onRemove: (() => void) | undefined;
}

export function DayRangeChip({ name, range, isOpen, onOpenChange, onRange, onRemove }: Props) {
  const { from, to } = range;
  return (
    <ChipPopover
      name={name}
      words={dayRangeWords(range)}
      isOn={from !== undefined || to !== undefined}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      onRemove={onRemove}
      width={340}
    >
      <div className={classes.usual}>
        {usualRanges(new Date()).map((usual) => (
          <Button
            key={usual.label}
            size="compact-md"
            variant="subtle"
            justify="start"
            onClick={() => {
              onRange(usual.range);
              onOpenChange(false);
            }}
          >
            {usual.label}
          </Button>
        ))}
      </div>
      <div className={classes.days}>
        <DayField
          label="First day"
          day={from}
          isWrong={from !== undefined && to !== undefined && from > to}
          onDay={(day) => onRange(rangeOf(day, to))}
        />
        <DayField label="Last day" day={to} onDay={(day) => onRange(rangeOf(from, day))} />
      </div>
    </ChipPopover>
  );
}

function rangeOf(from: string | undefined, to: string | undefined): DayRange {
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

interface DayFieldProps {
  label: string;
  day: string | undefined;
  isWrong?: boolean;
  onDay: (day: string | undefined) => void;
}

/** Tells whole days alone: a year that is still being typed begins with zeros. */
function DayField({ label, day, isWrong = false, onDay }: DayFieldProps) {
  return (
    <TextInput
      type="date"
      label={label}
      defaultValue={day ?? ""}
      error={isWrong ? "After the last day" : undefined}
      onChange={({ currentTarget: { value } }) => {
        if (value === "") onDay(undefined);
        else if (/^[12]\d{3}-\d\d-\d\d$/.test(value)) onDay(value);
      }}
    />
  );
}
