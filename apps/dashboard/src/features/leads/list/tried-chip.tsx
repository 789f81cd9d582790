// A filter by what came of attempts: any of some outcomes, within so many days or ever.
import { Checkbox, NumberInput, Popover, UnstyledButton } from "@mantine/core";
import { contactOutcomeLabels, contactOutcomes } from "@studydesk/domain/contact/contact-attempt";
import { ChipFrame } from "../../../components/chip-frame";
import chipLooks from "../../../components/filter-chip.module.css";
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
    <ChipFrame name={name} isOn={tried !== undefined} onRemove={onRemove}>
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
            {name}: {tried ? triedWords(tried) : "any"}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown className={classes.outcomes} aria-label={name}>
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
        </Popover.Dropdown>
      </Popover>
    </ChipFrame>
  );
}
