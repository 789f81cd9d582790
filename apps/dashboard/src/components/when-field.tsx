// A moment to come, as people say it: "tue 14:00", "in 3 days". What was understood stands below while one
// types; what was not is named and stays. The usual times are one press away, and so is a calendar.
import { Button, TextInput } from "@mantine/core";
import {
  type FollowUpReading,
  followUpWords,
  parseFollowUp,
} from "@studydesk/domain/contact/parse-follow-up";
import { localTime } from "@studydesk/domain/contact/quiet-hours";
import { useEffect, useId, useRef, useState } from "react";
import {
  type FollowUpChoice,
  followUpChoices,
  fromWallClock,
  toWallClock,
} from "../lib/follow-up-choices";
import { placeOfZone } from "../lib/place-of-zone";
import { useNow } from "../lib/use-now";
import classes from "./when-field.module.css";

interface Props {
  label: string;
  value: Date | null;
  onChange: (at: Date | null) => void;
  /** True while something is typed that is no single moment: nothing should be sent then. */
  onUnclear?: (isUnclear: boolean) => void;
  /** IANA zone of the site: what is typed is meant there. Left out, it is this browser's. */
  siteTimeZone?: string | undefined;
  /** Where the person lives; left out for many people at once. */
  timeZone?: string | undefined;
  /** Goes before the usual choices, with a sentence that says why. */
  suggestion?: (FollowUpChoice & { why?: string }) | undefined;
  /** What no time at all is called: "No next try". */
  noneLabel: string;
  /** Takes the focus when it appears. */
  takesFocus?: boolean;
  /** The usual times are offered beside it already. */
  isPlain?: boolean;
}

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function WhenField(props: Props) {
  const {
    label,
    value,
    onChange,
    onUnclear,
    suggestion,
    noneLabel,
    takesFocus = false,
    isPlain = false,
  } = props;
  const now = useNow();
  const timeZone = props.siteTimeZone ?? ownZone();
  const clock = { now, timeZone };
  const wordsOf = (at: Date | null) => (at ? followUpWords(at, clock) : "");
  const [typed, setTyped] = useState(() => wordsOf(value));
  const [shown, setShown] = useState(value);
  const [hasLeft, setLeft] = useState(false);
  const [isPicking, setPicking] = useState(false);
  // Set from outside, by another outcome of the call: what was typed was for the one before.
  if (value?.getTime() !== shown?.getTime()) {
    setShown(value);
    setTyped(wordsOf(value));
  }
  const field = useRef<HTMLInputElement>(null);
  const readingId = useId();
  useEffect(() => {
    if (takesFocus) field.current?.select();
  }, [takesFocus]);

  const reading = readTyped(typed, value, clock);
  const isUnclear = reading.kind === "ambiguous" || reading.kind === "not_understood";
  useEffect(() => onUnclear?.(isUnclear), [isUnclear, onUnclear]);

  function type(text: string) {
    setTyped(text);
    setLeft(false);
    const next = parseFollowUp(text, { now: new Date(), timeZone });
    set(next.kind === "understood" ? next.at : null);
  }
  function pick(at: Date | null) {
    setTyped(wordsOf(at));
    set(at);
  }
  function set(at: Date | null) {
    setShown(at);
    onChange(at);
  }

  const usual = isPlain ? [] : followUpChoices(now, timeZone);
  const choices = [...(suggestion ? [suggestion] : []), ...usual];
  const isSuggested = suggestion && value?.getTime() === suggestion.at.getTime();
  return (
    <div className={classes.when}>
      <TextInput
        ref={field}
        className={classes.moment ?? ""}
        label={label}
        value={typed}
        placeholder="tue 14:00, in 3 days, 5 dec"
        autoComplete="off"
        spellCheck={false}
        aria-describedby={readingId}
        aria-invalid={hasLeft && isUnclear}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => setLeft(true)}
        onKeyDown={(event) => {
          if (event.key === "Enter") setLeft(true);
        }}
        inputWrapperOrder={["label", "input"]}
      />
      <p id={readingId} className={classes.reading} role="status" data-bad={hasLeft && isUnclear}>
        {reading.kind === "understood"
          ? [reading.words, zoneWords(timeZone), personsTime(reading.at, timeZone, props.timeZone)]
              .filter((words) => words !== "")
              .join(" · ")
          : reading.kind === "empty"
            ? noneLabel
            : reading.sentence}
      </p>
      {isSuggested && suggestion.why ? <p className={classes.why}>{suggestion.why}</p> : null}
      <fieldset className={classes.quick} aria-label="Quick choices">
        {reading.kind === "ambiguous"
          ? reading.choices.map((at) => (
              <Button key={at.getTime()} size="compact-sm" onClick={() => pick(at)}>
                {followUpWords(at, clock)}
              </Button>
            ))
          : null}
        {choices.map(({ label: words, at }) => (
          <Button
            key={words}
            variant="default"
            size="compact-sm"
            aria-pressed={value !== null && toWallClock(value) === toWallClock(at)}
            onClick={() => pick(at)}
          >
            {words}
          </Button>
        ))}
        <Button
          variant="default"
          size="compact-sm"
          aria-expanded={isPicking}
          onClick={() => setPicking(!isPicking)}
        >
          Calendar
        </Button>
        {value && !isPlain ? (
          <Button variant="subtle" size="compact-sm" onClick={() => pick(null)}>
            {noneLabel}
          </Button>
        ) : null}
      </fieldset>
      {isPicking ? (
        <TextInput
          className={classes.moment ?? ""}
          aria-label={`${label}, on the calendar`}
          type="datetime-local"
          min={toWallClock(now)}
          value={value ? toWallClock(value) : ""}
          onChange={(event) => pick(fromWallClock(event.currentTarget.value) ?? null)}
        />
      ) : null}
    </div>
  );
}

/** What was picked is what it is: its words would be read to the minute, and a suggestion may be older. */
function readTyped(
  typed: string,
  value: Date | null,
  clock: { now: Date; timeZone: string },
): FollowUpReading {
  if (value && typed === followUpWords(value, clock) && value > clock.now) {
    const words = parseFollowUp(typed, clock);
    return words.kind === "understood" ? { ...words, at: value } : words;
  }
  return parseFollowUp(typed, clock);
}

/** Said where the clock on the wall is another one than the site's. */
function zoneWords(timeZone: string): string {
  const at = new Date();
  return localTime(timeZone, at).time === localTime(ownZone(), at).time
    ? ""
    : `${placeOfZone(timeZone)} time`;
}

/** Worth a word only where the clocks differ. */
function personsTime(at: Date, siteTimeZone: string, timeZone: string | undefined): string {
  if (timeZone === undefined) return "";
  const theirs = localTime(timeZone, at).time;
  return theirs === localTime(siteTimeZone, at).time
    ? "the same time where they live"
    : `${theirs} where they live`;
}
