// A filter whose choices are more than a list: a chip that opens a small panel below it.
import { Popover, UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import { ChipFrame } from "./chip-frame";
import chipLooks from "./filter-chip.module.css";

interface Props {
  name: string;
  /** What is picked. */
  words: string;
  isOn: boolean;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onRemove: (() => void) | undefined;
  width?: number;
  className?: string | undefined;
  children: ReactNode;
}

export function ChipPopover(props: Props) {
  const { name, words, isOn, isOpen, onOpenChange, onRemove, width = 300, className } = props;
  return (
    <ChipFrame name={name} isOn={isOn} onRemove={onRemove}>
      <Popover
        opened={isOpen}
        onChange={onOpenChange}
        position="bottom-start"
        width={width}
        shadow="md"
        trapFocus
        returnFocus
        transitionProps={{ duration: 0 }}
        portalProps={{ target: "#screen" }}
      >
        <Popover.Target>
          <UnstyledButton className={chipLooks.chipName} onClick={() => onOpenChange(!isOpen)}>
            {name}: {words}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown className={className} aria-label={name}>
          {props.children}
        </Popover.Dropdown>
      </Popover>
    </ChipFrame>
  );
}
