// One choice out of a few, all in sight: native radios that look like pills.
import { useEffect, useId, useRef } from "react";
import classes from "./pill-radios.module.css";

interface Props<Value extends string> {
  legend: string;
  values: readonly Value[];
  labels: Readonly<Record<Value, string>>;
  value: Value | undefined;
  onChange: (value: Value) => void;
  /** Takes the focus when it appears. */
  takesFocus?: boolean;
}

export function PillRadios<Value extends string>(props: Props<Value>) {
  const { legend, values, labels, value, onChange, takesFocus = false } = props;
  const name = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (takesFocus) group.current?.querySelector("input")?.focus();
  }, [takesFocus]);
  return (
    <fieldset ref={group} className={classes.pills}>
      <legend>{legend}</legend>
      {values.map((each) => (
        <label key={each} className={classes.pill} data-on={each === value}>
          <input
            type="radio"
            name={name}
            value={each}
            checked={each === value}
            onChange={() => onChange(each)}
          />
          {labels[each]}
        </label>
      ))}
    </fieldset>
  );
}
