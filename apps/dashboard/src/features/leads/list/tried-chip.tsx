// A filter by what came of attempts: any of some outcomes, within so many days or ever.
import { Checkbox, NumberInput } from "@mantine/core";
import { contactOutcomeLabels, contactOutcomes } from "@studydesk/domain/contact/contact-attempt";
import { ChipPopover } from "../../../components/chip-popover";
import { type Tried, triedWords } from "./filter-words";
import classes from "./lead-filters.module.css";
import { readDays } from "./read-days";

interface Props {
  name: string;
  tried: Tried | undefined;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Undefined: no outcome is picked any more. */
  onTried: (tried: Tried | undefined) => void;
  onRemove: () => void;
}

export function TriedChip({ name, tried, isOpen, onOpenChange, onTried, onRemove }: Props) {
  const picked = tried?.outcomes ?? [];
  const within = tried?.withinDays;
  const set = (outcomes: Tried["outcomes"], withinDays: number | undefined) =>
    onTried(
      outcomes.length === 0
        ? undefined
        : { outcomes, ...(withinDays === undefined ? {} : { withinDays }) },
    );
  return (
    <ChipPopover
      name={name}
      words={tried ? triedWords(tried) : "any"}
      isOn={tried !== undefined}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      onRemove={onRemove}
      className={classes.outcomes}
    >
      {contactOutcomes.map((outcome) => (
        <Checkbox
          key={outcome}
          label={contactOutcomeLabels[outcome]}
          checked={picked.includes(outcome)}
          onChange={({ currentTarget: { checked } }) =>
            set(
              contactOutcomes.filter((each) =>
                each === outcome ? checked : picked.includes(each),
              ),
              within,
            )
          }
        />
      ))}
      <NumberInput
        label="In the last"
        placeholder="any time"
        suffix={within === 1 ? " day" : " days"}
        min={1}
        max={36_500}
        allowDecimal={false}
        allowNegative={false}
        disabled={picked.length === 0}
        value={within ?? ""}
        onChange={(value) => set(picked, readDays(value) || undefined)}
      />
    </ChipPopover>
  );
}
