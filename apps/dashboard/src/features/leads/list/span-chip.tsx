// A filter by days that have passed: a few usual spans at a press, others typed, and "never" where that
// can be.
import { Button, Checkbox, NumberInput } from "@mantine/core";
import { ChipPopover } from "../../../components/chip-popover";
import { type DaySpan, spanWords, usualSpans } from "./filter-words";
import classes from "./lead-filters.module.css";
import { readDays } from "./read-days";

interface Props {
  name: string;
  span: DaySpan;
  /** Whether leads may have no such day at all. */
  canBeNever: boolean;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onSpan: (span: DaySpan) => void;
  onRemove: () => void;
}

export function SpanChip(props: Props) {
  const { name, span, canBeNever, isOpen, onOpenChange, onSpan, onRemove } = props;
  const { never, minDays, maxDays } = span;
  const set = (change: { [Part in keyof DaySpan]: DaySpan[Part] | undefined }) => {
    const entries = Object.entries({ ...span, ...change }).filter(([, part]) => part !== undefined);
    onSpan(Object.fromEntries(entries));
  };
  return (
    <ChipPopover
      name={name}
      words={Object.keys(span).length === 0 ? "any" : spanWords(span)}
      isOn={Object.keys(span).length > 0}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      onRemove={onRemove}
      className={classes.spans}
    >
      {usualSpans.map((usual) => (
        <Button
          key={spanWords(usual)}
          size="compact-md"
          variant="subtle"
          justify="start"
          onClick={() => {
            set({ minDays: undefined, maxDays: undefined, ...usual });
            onOpenChange(false);
          }}
        >
          {capital(spanWords(usual))}
        </Button>
      ))}
      <div className={classes.bounds}>
        <NumberInput
          label="At least"
          suffix=" days ago"
          min={0}
          max={36_500}
          allowDecimal={false}
          allowNegative={false}
          value={minDays ?? ""}
          onChange={(value) => set({ minDays: readDays(value) })}
        />
        <NumberInput
          label="At most"
          suffix=" days ago"
          min={0}
          max={36_500}
          allowDecimal={false}
          allowNegative={false}
          value={maxDays ?? ""}
          onChange={(value) => set({ maxDays: readDays(value) })}
        />
      </div>
      {canBeNever ? (
        <Checkbox
          label="Never, too"
          checked={never === true}
          onChange={(event) => set({ never: event.currentTarget.checked ? true : undefined })}
        />
      ) : null}
    </ChipPopover>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
