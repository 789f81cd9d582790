// How many leads a version touches, in the three ways that it can.
import { countWords } from "../../lib/count-words";
import classes from "./effect-numbers.module.css";

export interface EffectCounts {
  keeps: number;
  askAgain: number;
  mayFit: number;
}

export function EffectNumbers({ effect }: { effect: EffectCounts }) {
  const shown = [
    {
      count: effect.askAgain,
      name: "Must be asked again",
      hint: "An answer is missing or no longer holds",
    },
    {
      count: effect.mayFit,
      name: "May fit now",
      hint: "Failed earlier by a criterion that changed",
    },
    { count: effect.keeps, name: "Keep every answer", hint: "Nothing to do for them" },
  ];
  return (
    <dl className={classes.numbers}>
      {shown.map(({ count, name, hint }) => (
        <div key={name}>
          <dt>
            {name} <span>{hint}</span>
          </dt>
          <dd>{countWords(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
