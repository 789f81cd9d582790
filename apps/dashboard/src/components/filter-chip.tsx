// One filter: a chip that says what is picked, opens the choices (typing jumps to one), and goes away
// with ×.
import { Menu, UnstyledButton } from "@mantine/core";
import { Fragment } from "react";
import { ChipFrame } from "./chip-frame";
import classes from "./filter-chip.module.css";
import { menuProps } from "./menu-props";

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  /** Heads it and those that follow of the same group. */
  readonly group?: string;
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
  onRemove: (() => void) | undefined;
}

export function FilterChip(props: Props) {
  const { name, options, picked, isSingle = false, isOpen, onOpenChange, onPick, onRemove } = props;
  const labels = picked.map((value) => options.find((o) => o.value === value)?.label ?? value);
  return (
    <ChipFrame name={name} isOn={picked.length > 0} onRemove={onRemove}>
      <Menu
        {...menuProps}
        opened={isOpen}
        onChange={onOpenChange}
        closeOnItemClick={isSingle}
        position="bottom-start"
      >
        <Menu.Target>
          <UnstyledButton className={classes.chipName}>
            {name}: {shorten(labels)}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown className={classes.choices} aria-label={name}>
          {options.map(({ value, label, group }, index) => (
            <Fragment key={value}>
              {group && group !== options[index - 1]?.group ? (
                <Menu.Label>{group}</Menu.Label>
              ) : null}
              <Menu.CheckboxItem
                checked={picked.includes(value)}
                closeMenuOnClick={isSingle}
                onChange={(isPicked) => {
                  const others = isSingle ? [] : picked.filter((each) => each !== value);
                  onPick(isPicked ? [...others, value] : others);
                }}
              >
                {label}
              </Menu.CheckboxItem>
            </Fragment>
          ))}
        </Menu.Dropdown>
      </Menu>
    </ChipFrame>
  );
}

function shorten(labels: readonly string[]): string {
  if (labels.length === 0) return "any";
  if (labels.length <= 3) return labels.join(", ");
  return `${labels.slice(0, 2).join(", ")} and ${labels.length - 2} more`;
}
