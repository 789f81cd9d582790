// What goes along, for how long, how often, behind which passcode. By itself nothing tells who the lead is.
import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { checkOwnPasscode, generatePasscode } from "@studydesk/sealing/passcode";
import { type FormEvent, useState } from "react";
import { PasscodeField } from "./passcode-field";
import { payloadOf, type ShareChoices } from "./share-choices";
import classes from "./share-form.module.css";
import { SharePreview } from "./share-preview";
import type { LeadFact, ShareableNote } from "./share-types";

interface Props {
  /** At least one; the first is chosen, and there is a choice when there are several. */
  notes: readonly [ShareableNote, ...ShareableNote[]];
  leadFacts: readonly LeadFact[];
  authorName: string;
  /** While it is sealed and kept. */
  working: string | undefined;
  problem: string | undefined;
  onShare: (choices: ShareChoices) => void;
  onCancel: () => void;
}

const dayChoices = [1, 3, 7, 14, 30];
const viewChoices = [1, 2, 5, 10, 20, 50];

export function ShareForm(props: Props) {
  const { notes, leadFacts, authorName, working } = props;
  const [noteId, setNoteId] = useState(notes[0].id);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [isNamed, setIsNamed] = useState(false);
  const [days, setDays] = useState(7);
  const [views, setViews] = useState(5);
  const [passcode, setPasscode] = useState(() => ({ value: generatePasscode(), isOwn: false }));
  const choices: ShareChoices = {
    note: notes.find((note) => note.id === noteId) ?? notes[0],
    facts: leadFacts.filter(({ label }) => ticked.includes(label)),
    authorName: isNamed ? authorName : undefined,
    passcode: passcode.value,
    expiresInDays: days,
    maxViews: views,
  };
  const isWeak = passcode.isOwn && !checkOwnPasscode(passcode.value).ok;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (working === undefined && !isWeak) props.onShare(choices);
  }

  return (
    <form className={classes.form} onSubmit={submit} aria-busy={working !== undefined}>
      {notes.length > 1 ? (
        <NativeSelect
          label="Note"
          value={String(noteId)}
          onChange={(event) => setNoteId(Number(event.currentTarget.value))}
          data={notes.map((note) => ({ value: String(note.id), label: firstWords(note.body) }))}
        />
      ) : null}
      <fieldset className={classes.along}>
        <legend>Who it is from</legend>
        <Checkbox
          label={`Say that it is from me, ${authorName}`}
          checked={isNamed}
          onChange={(event) => setIsNamed(event.currentTarget.checked)}
        />
      </fieldset>
      <fieldset className={classes.along}>
        <legend>Say whom it is about</legend>
        {leadFacts.map(({ label, value }) => (
          <Checkbox
            key={label}
            label={`${label}: ${value}`}
            checked={ticked.includes(label)}
            onChange={(event) => {
              const isOn = event.currentTarget.checked;
              setTicked(isOn ? [...ticked, label] : ticked.filter((each) => each !== label));
            }}
          />
        ))}
      </fieldset>
      <SharePreview payload={payloadOf(choices)} />
      <div className={classes.pair}>
        <NativeSelect
          label="Opens for"
          value={String(days)}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
          data={dayChoices.map((count) => ({
            value: String(count),
            label: count === 1 ? "1 day" : `${count} days`,
          }))}
        />
        <NativeSelect
          label="Can be opened"
          value={String(views)}
          onChange={(event) => setViews(Number(event.currentTarget.value))}
          data={viewChoices.map((count) => ({
            value: String(count),
            label: count === 1 ? "once" : `${count} times`,
          }))}
        />
      </div>
      <PasscodeField
        value={passcode.value}
        isOwn={passcode.isOwn}
        onChange={(value, isOwn) => setPasscode({ value, isOwn })}
      />
      <p className={classes.problem} role="alert">
        {props.problem}
      </p>
      <div className={classes.buttons}>
        <span className={classes.quiet} role="status">
          {working}
        </span>
        <Button variant="default" onClick={props.onCancel}>
          Cancel
        </Button>
        <Button type="submit" loading={working !== undefined} data-autofocus disabled={isWeak}>
          Seal and make the link
        </Button>
      </div>
    </form>
  );
}

function firstWords(body: string): string {
  const line = body.trim().split("\n", 1)[0] ?? "";
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
