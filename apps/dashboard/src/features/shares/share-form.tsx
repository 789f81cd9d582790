// What goes along, for how long, how often, behind which passcode. By itself nothing tells who the lead is.
import { Button, Checkbox, TextInput } from "@mantine/core";
import type { ShareMemo } from "@studydesk/domain/shares/share-memo";
import { checkOwnPasscode, generatePasscode } from "@studydesk/sealing/passcode";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { firstWords, firstWordsOfNote } from "../../lib/first-words";
import { LifeFields } from "./life-fields";
import { PasscodeField } from "./passcode-field";
import { payloadOf, type ShareChoices, usualQuotes } from "./share-choices";
import classes from "./share-form.module.css";
import { SharePreview } from "./share-preview";
import type { LeadFact, ShareableNote } from "./share-types";
import { TickList } from "./tick-list";

interface Props {
  /** What may go along; with more than one there is a choice. */
  notes: readonly ShareableNote[];
  /** Those that are ticked at first. */
  chosenIds: readonly number[];
  /** What was chosen for the share that this one takes the place of. */
  memo: ShareMemo | undefined;
  /** So many notes of that share cannot go along any more. */
  lost: number;
  /** Whether that share could be answered. */
  tookReplies: boolean;
  leadFacts: readonly LeadFact[];
  authorName: string;
  /** While it is sealed and kept. */
  working: string | undefined;
  problem: string | undefined;
  onShare: (choices: ShareChoices) => void;
  onCancel: () => void;
}

/** The server keeps the choices of no more. */
const mostNotes = 50;

export function ShareForm(props: Props) {
  const { notes, leadFacts, authorName, working, memo } = props;
  const [label, setLabel] = useState(memo?.label ?? "");
  const [noteIds, setNoteIds] = useState(props.chosenIds);
  const [quoteIds, setQuoteIds] = useState<readonly number[]>(
    () => memo?.quoteNoteIds ?? usualQuotes(notes),
  );
  const [factLabels, setFactLabels] = useState<readonly string[]>(memo?.factLabels ?? []);
  const [isNamed, setIsNamed] = useState(memo?.isNamed ?? false);
  const [takesReplies, setTakesReplies] = useState(props.tookReplies);
  const [life, setLife] = useState({ days: 7, views: 5 });
  const [passcode, setPasscode] = useState(() => ({ value: generatePasscode(), isOwn: false }));
  const seal = useRef<HTMLButtonElement>(null);
  // Whatever had to be loaded first: the next Enter seals.
  useEffect(() => seal.current?.focus({ preventScroll: true }), []);
  const chosen = notes.filter(({ id }) => noteIds.includes(id));
  const choices: ShareChoices = {
    label,
    notes: chosen,
    quoteNoteIds: chosen.filter(({ id }) => quoteIds.includes(id)).map(({ id }) => id),
    facts: leadFacts.filter(({ label }) => factLabels.includes(label)),
    authorName: isNamed ? authorName : undefined,
    takesReplies,
    passcode: passcode.value,
    expiresInDays: life.days,
    maxViews: life.views,
  };
  const isWeak = passcode.isOwn && !checkOwnPasscode(passcode.value).ok;
  const mayShare = !isWeak && chosen.length > 0 && chosen.length <= mostNotes;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (working === undefined && mayShare) props.onShare(choices);
  }

  return (
    <form className={classes.form} onSubmit={submit} aria-busy={working !== undefined}>
      {props.lost > 0 ? (
        <p className={classes.quiet}>
          {props.lost === 1 ? "One note" : `${props.lost} notes`} of the share before{" "}
          {props.lost === 1 ? "is" : "are"} deleted or on something else, and cannot go along.
        </p>
      ) : null}
      {notes.length > 1 ? (
        <TickList
          legend="Notes"
          choices={notes.map(({ id, body }) => ({ key: id, label: firstWordsOfNote(body) }))}
          ticked={noteIds}
          most={mostNotes}
          onChange={setNoteIds}
        />
      ) : null}
      <TickList
        legend="Words that a note is about"
        choices={chosen.flatMap(({ id, quote }) =>
          quote ? [{ key: id, label: `“${firstWords(quote.text)}”, from ${quote.source}` }] : [],
        )}
        ticked={quoteIds}
        onChange={setQuoteIds}
      />
      <fieldset className={classes.along}>
        <legend>Who it is from</legend>
        <Checkbox
          label={`Say that it is from me, ${authorName}`}
          checked={isNamed}
          onChange={(event) => setIsNamed(event.currentTarget.checked)}
        />
      </fieldset>
      <fieldset className={classes.along}>
        <legend>What they may do</legend>
        <Checkbox
          label="They may write back to me"
          description="Sealed: only your own browsers open it. It comes in under Shares, Received."
          checked={takesReplies}
          onChange={(event) => setTakesReplies(event.currentTarget.checked)}
        />
      </fieldset>
      <TickList
        legend="Say whom it is about"
        choices={leadFacts.map(({ label, value }) => ({ key: label, label: `${label}: ${value}` }))}
        ticked={factLabels}
        onChange={setFactLabels}
      />
      {chosen.length > 0 ? (
        <SharePreview payload={payloadOf(choices)} takesReplies={takesReplies} />
      ) : (
        <p className={classes.quiet}>Tick at least one note to share.</p>
      )}
      <LifeFields {...life} onChange={setLife} />
      <PasscodeField
        value={passcode.value}
        isOwn={passcode.isOwn}
        onChange={(value, isOwn) => setPasscode({ value, isOwn })}
      />
      <TextInput
        label="Label"
        description="For your list of shares. Only you see it."
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
        maxLength={200}
        autoComplete="off"
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
        <Button
          ref={seal}
          type="submit"
          loading={working !== undefined}
          data-autofocus
          disabled={!mayShare}
        >
          Seal and make the link
        </Button>
      </div>
    </form>
  );
}
