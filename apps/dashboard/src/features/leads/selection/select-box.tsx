// The boxes of the first column: one for each lead, and one for all that are in sight.
import { type ChangeEvent, useEffect, useRef } from "react";
import { leadName } from "../../../lib/lead-name";
import type { LeadRow } from "../lead-types";
import classes from "./selection.module.css";

interface BoxProps {
  lead: LeadRow;
  isOn: boolean;
  /** One row of the list is in the way of the tab key. */
  isInTabOrder: boolean;
  onToggle: () => void;
  /** With Shift: up to here. */
  onReach: () => void;
}

export function SelectBox({ lead, isOn, isInTabOrder, onToggle, onReach }: BoxProps) {
  return (
    <label className={classes.box}>
      <input
        type="checkbox"
        checked={isOn}
        tabIndex={isInTabOrder ? 0 : -1}
        aria-label={`Select ${leadName(lead)}`}
        onChange={(event) => (hasShift(event) ? onReach() : onToggle())}
      />
    </label>
  );
}

interface AllBoxProps {
  state: "none" | "some" | "all";
  onChange: (isOn: boolean) => void;
}

export function SelectAllBox({ state, onChange }: AllBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = state === "some";
  }, [state]);
  return (
    <label className={classes.box}>
      <input
        ref={box}
        type="checkbox"
        checked={state === "all"}
        aria-label="Select the leads in sight"
        onChange={() => onChange(state !== "all")}
      />
    </label>
  );
}

function hasShift({ nativeEvent }: ChangeEvent): boolean {
  return nativeEvent instanceof MouseEvent && nativeEvent.shiftKey;
}
