// What all filters have in common: a chip that goes away with ×.
import { UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./filter-chip.module.css";

interface Props {
  name: string;
  /** Whether it narrows the list. */
  isOn: boolean;
  /** Left out: there is nothing to take away. */
  onRemove: (() => void) | undefined;
  children: ReactNode;
}

export function ChipFrame({ name, isOn, onRemove, children }: Props) {
  return (
    <span className={classes.chip} data-on={isOn}>
      {children}
      {onRemove ? (
        <UnstyledButton
          className={classes.chipRemove}
          onClick={onRemove}
          aria-label={`Remove the filter ${name}`}
        >
          <span aria-hidden="true">×</span>
        </UnstyledButton>
      ) : null}
    </span>
  );
}
