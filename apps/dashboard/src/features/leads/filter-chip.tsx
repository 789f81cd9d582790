// One filter: a chip that says what is picked, opens the choices, and goes away with ✕.
import { Menu, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import classes from "./lead-filters.module.css";

export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

interface Props {
  /** "Status", "Study": heads the chip. */
  name: string;
  options: readonly FilterOption[];
  picked: readonly string[];
  /** One at a time (an owner) or any number. */
  isSingle?: boolean;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onPick: (picked: string[]) => void;
  onRemove: () => void;
}

/** Lists longer than this get a field to find a choice in. */
const searchableFrom = 9;

export function FilterChip(props: Props) {
  const { name, options, picked, isSingle = false, isOpen, onOpenChange, onPick, onRemove } = props;
  const [wanted, setWanted] = useState("");
  const labels = picked.map((value) => options.find((o) => o.value === value)?.label ?? value);
  const matching = options.filter(({ label }) =>
    label.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  );
  return (
    <span className={classes.chip} data-on={picked.length > 0}>
      <Menu
        opened={isOpen}
        onChange={onOpenChange}
        closeOnItemClick={isSingle}
        position="bottom-start"
        shadow="md"
      >
        <Menu.Target>
          <UnstyledButton className={classes.chipName}>
            {name}: {shorten(labels)}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown className={classes.choices} aria-label={name}>
          {options.length >= searchableFrom ? (
            <Menu.Search
              aria-label={`Find in ${name}`}
              placeholder="Find…"
              value={wanted}
              onChange={(event) => setWanted(event.currentTarget.value)}
            />
          ) : null}
          {matching.map(({ value, label }) => (
            <Menu.CheckboxItem
              key={value}
              checked={picked.includes(value)}
              closeMenuOnClick={isSingle}
              onChange={(isPicked) => {
                const others = isSingle ? [] : picked.filter((each) => each !== value);
                onPick(isPicked ? [...others, value] : others);
              }}
            >
              {label}
            </Menu.CheckboxItem>
          ))}
          {matching.length === 0 ? <Menu.Label>Nothing is called that.</Menu.Label> : null}
        </Menu.Dropdown>
      </Menu>
      <UnstyledButton className={classes.chipRemove} onClick={onRemove} aria-label={`Drop ${name}`}>
        <span aria-hidden="true">✕</span>
      </UnstyledButton>
    </span>
  );
}

function shorten(labels: readonly string[]): string {
  if (labels.length === 0) return "any";
  if (labels.length <= 3) return labels.join(", ");
  return `${labels.slice(0, 2).join(", ")} and ${labels.length - 2} more`;
}
