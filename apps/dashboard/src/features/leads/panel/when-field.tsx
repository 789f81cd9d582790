// A moment to come: quick choices, and a field for any other, with the time where the person lives.
import { Button, TextInput } from "@mantine/core";
import { localTime } from "@studydesk/domain/leads/may-contact";
import { useEffect, useRef } from "react";
import {
  type FollowUpChoice,
  followUpChoices,
  fromWallClock,
  toWallClock,
} from "../../../lib/follow-up-choices";
import { useNow } from "../../../lib/use-now";
import classes from "./lead-forms.module.css";

interface Props {
  label: string;
  value: Date | null;
  onChange: (at: Date | null) => void;
  /** Where the person lives. */
  timeZone: string;
  /** Goes before the usual choices. */
  suggestion?: FollowUpChoice | undefined;
  /** What no time at all is called: "No next try". */
  noneLabel: string;
  /** Takes the focus when it appears. */
  takesFocus?: boolean;
}

export function WhenField(props: Props) {
  const { label, value, onChange, timeZone, suggestion, noneLabel, takesFocus = false } = props;
  const now = useNow();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  const choices = [...(suggestion ? [suggestion] : []), ...followUpChoices(now)];
  return (
    <div className={classes.when}>
      <TextInput
        ref={field}
        className={classes.moment}
        label={label}
        type="datetime-local"
        min={toWallClock(now)}
        value={value ? toWallClock(value) : ""}
        onChange={(event) => onChange(fromWallClock(event.currentTarget.value) ?? null)}
        description={value ? personsTime(value, timeZone) : noneLabel}
        inputWrapperOrder={["label", "input", "description"]}
      />
      <fieldset className={classes.quick} aria-label="Quick choices">
        {choices.map(({ label: words, at }) => (
          <Button
            key={words}
            variant="default"
            size="compact-sm"
            aria-pressed={value !== null && toWallClock(value) === toWallClock(at)}
            onClick={() => onChange(at)}
          >
            {words}
          </Button>
        ))}
        {value ? (
          <Button variant="subtle" size="compact-sm" onClick={() => onChange(null)}>
            {noneLabel}
          </Button>
        ) : null}
      </fieldset>
    </div>
  );
}

/** Worth a line only where the clocks differ. */
function personsTime(at: Date, timeZone: string): string {
  const theirs = localTime(timeZone, at).time;
  const ours = toWallClock(at).slice(-5);
  return theirs === ours ? "The same time where they live" : `${theirs} where they live`;
}
