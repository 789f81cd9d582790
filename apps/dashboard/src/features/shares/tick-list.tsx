// A few things, each ticked by itself: what is not ticked does not go along.
import { Checkbox } from "@mantine/core";
import classes from "./share-form.module.css";

/** From so many on, the list scrolls and says how many are ticked. */
const manyChoices = 6;

interface Props<Key extends string | number> {
  legend: string;
  choices: readonly { key: Key; label: string }[];
  ticked: readonly Key[];
  /** So many may be ticked at once. */
  most?: number;
  onChange: (ticked: readonly Key[]) => void;
}

export function TickList<Key extends string | number>(props: Props<Key>) {
  const { legend, choices, ticked, most, onChange } = props;
  if (choices.length === 0) return null;
  const count = choices.filter(({ key }) => ticked.includes(key)).length;
  return (
    <fieldset className={classes.along}>
      <legend>
        {legend}
        {choices.length > manyChoices ? ` · ${count} of ${choices.length} ticked` : ""}
      </legend>
      <div className={classes.choices}>
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
      </div>
      <p className={classes.problem} role="alert">
        {most !== undefined && count > most
          ? `A share holds up to ${most} of them. Untick ${count - most}, or make two shares.`
          : ""}
      </p>
    </fieldset>
  );
}
