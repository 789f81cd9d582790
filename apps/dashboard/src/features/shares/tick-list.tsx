// A few things, each ticked by itself: what is not ticked does not go along.
import { Checkbox } from "@mantine/core";
import classes from "./share-form.module.css";

interface Props<Key extends string | number> {
  legend: string;
  choices: readonly { key: Key; label: string }[];
  ticked: readonly Key[];
  onChange: (ticked: readonly Key[]) => void;
}

export function TickList<Key extends string | number>(props: Props<Key>) {
  const { legend, choices, ticked, onChange } = props;
  if (choices.length === 0) return null;
  return (
    <fieldset className={classes.along}>
      <legend>{legend}</legend>
      {choices.map(({ key, label }) => (
        <Checkbox
          key={key}
          label={label}
          checked={ticked.includes(key)}
          onChange={(event) => {
            const others = ticked.filter((each) => each !== key);
            onChange(event.currentTarget.checked ? [...others, key] : others);
          }}
        />
      ))}
    </fieldset>
  );
}
