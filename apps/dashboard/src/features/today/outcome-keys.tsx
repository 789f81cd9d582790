// One key per outcome, each with its button. A line of note goes along with whichever is pressed; it is kept
// while it is typed. What the desk advised against asks why before it is logged.
import { TextInput, UnstyledButton } from "@mantine/core";
import { suggestNextTry } from "@studydesk/domain/contact/contact-attempt";
import type { ContactReason } from "@studydesk/domain/contact/contact-reason";
import { isLetThrough, mayContact } from "@studydesk/domain/contact/may-contact";
import { fullName } from "@studydesk/domain/leads/full-name";
import { type KeyboardEvent, useRef, useState } from "react";
import { KeyHint } from "../../components/key-hint";
import { NextTryDialog } from "../../components/next-try-dialog";
import { forgetReason, givenReason } from "../../lib/given-reasons";
import { useKeys } from "../../lib/keys/use-keys";
import { useDraft } from "../../lib/use-draft";
import { useNow } from "../../lib/use-now";
import { type CallOutcome, callOutcomes, consequence } from "./call-outcomes";
import { DespiteChoices } from "./despite-choices";
import type { LeadView, NextLead } from "./lead-types";
import classes from "./outcome-keys.module.css";
import { SkipChoices } from "./skip-choices";
import { noteDraft, type OutcomeExtra, type Today } from "./use-today";

interface Props {
  lead: LeadView;
  nextTries: NextLead["nextTries"];
  /** False when a colleague has closed the lead meanwhile. */
  isOpen: boolean;
  today: Today;
  /** Takes the focus out of the note, so that keys are heard again. */
  onNoteDone: () => void;
}

export function OutcomeKeys({ lead, nextTries, isOpen, today, onNoteDone }: Props) {
  const now = useNow();
  const [note, setNote] = useDraft(noteDraft(lead.id));
  const [isSkipping, setSkipping] = useState(false);
  /** Pressed, and something is still asked: why all the same, or when. */
  const started = callOutcomes.find(({ outcome }) => outcome === today.step?.started);
  const [despite, setDespite] = useState<ContactReason>();
  /** Pressed once; the second press means it. */
  const [armed, setArmed] = useState<CallOutcome>();
  const noteField = useRef<HTMLInputElement>(null);

  const gate = mayContact({ ...lead, hasConsent: lead.consent !== null }, now);
  const passes = ({ outcome }: CallOutcome, reason: ContactReason | undefined) =>
    isLetThrough(gate, { outcome, despite: reason });
  /** With a reason, if need be. */
  const mayLog = (each: CallOutcome) => passes(each, "they_got_in_touch");
  const canLog = lead.abilities.logContact && isOpen;

  function start(outcome: CallOutcome | undefined) {
    setDespite(undefined);
    today.setStep(outcome ? { started: outcome.outcome } : {});
  }

  function press(outcome: CallOutcome) {
    if (!canLog || !mayLog(outcome)) return;
    setArmed(undefined);
    if (outcome.manner === "twice" && armed !== outcome) setArmed(outcome);
    else if (!passes(outcome, givenReason(lead.id)) || outcome.manner === "ask") start(outcome);
    else send(outcome, {});
  }

  function send(outcome: CallOutcome, extra: Omit<OutcomeExtra, "note">) {
    // Said already when the number was pressed: nobody is asked twice.
    const reason = extra.despite ?? givenReason(lead.id);
    const needsReason = !passes(outcome, undefined) && reason !== undefined;
    forgetReason(lead.id);
    today.log(lead, outcome, {
      note: note.trim(),
      ...extra,
      ...(needsReason ? { despite: reason } : {}),
    });
  }

  function explain(outcome: CallOutcome, reason: ContactReason) {
    if (outcome.manner === "ask") setDespite(reason);
    else send(outcome, { despite: reason });
  }

  const skip = () => (canLog ? setSkipping(true) : today.finish(lead.id, undefined));
  const known = despite ?? givenReason(lead.id);
  const isAskingWhy = started !== undefined && !passes(started, known);
  const isAskingWhen = started?.manner === "ask" && !isAskingWhy;
  useKeys(
    "Today",
    isSkipping || isAskingWhy
      ? []
      : [
          ...callOutcomes.map((outcome) => ({
            keys: outcome.key,
            name: outcome.manner === "twice" ? `${outcome.label} (press twice)` : outcome.label,
            run: () => press(outcome),
          })),
          { keys: "s", name: "Skip, with a reason", run: skip },
          { keys: "a", name: "Add a note to the outcome", run: () => noteField.current?.focus() },
          { keys: "Escape", name: "Take the first press back", run: () => setArmed(undefined) },
        ],
  );

  function leaveNote(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    onNoteDone();
  }

  if (isSkipping) {
    return (
      <SkipChoices
        lead={lead}
        onSkip={(why) => today.skip(lead, why)}
        onBack={() => setSkipping(false)}
      />
    );
  }
  if (isAskingWhy) {
    return (
      <DespiteChoices
        gate={gate}
        onPick={(reason) => explain(started, reason)}
        onBack={() => start(undefined)}
      />
    );
  }
  return (
    <div className={classes.bottom}>
      <div className={classes.inner}>
        <TextInput
          ref={noteField}
          className={classes.note ?? ""}
          aria-label="Note that goes with the outcome"
          placeholder="A note that goes with the outcome (optional)"
          value={note}
          maxLength={2000}
          onChange={(event) => setNote(event.currentTarget.value)}
          onKeyDown={leaveNote}
          rightSection={<KeyHint keys="a" />}
          disabled={!canLog}
        />
        <div className={classes.keys}>
          {callOutcomes.map((outcome) => (
            <UnstyledButton
              key={outcome.outcome}
              className={classes.key}
              data-armed={armed === outcome}
              data-outcome={outcome.outcome}
              disabled={!canLog || !mayLog(outcome)}
              onClick={() => press(outcome)}
            >
              <span className={classes.label}>
                {armed === outcome ? "Press again to confirm" : outcome.label}
                <KeyHint keys={outcome.key} />
              </span>
              <span className={classes.then}>{consequence(outcome, nextTries, now)}</span>
            </UnstyledButton>
          ))}
          <UnstyledButton className={classes.key} data-outcome="skip" onClick={skip}>
            <span className={classes.label}>
              {canLog ? "Skip" : "Next lead"}
              <KeyHint keys="s" />
            </span>
            <span className={classes.then}>
              {canLog ? "say why; it comes back" : "nothing to log here"}
            </span>
          </UnstyledButton>
        </div>
      </div>
      <NextTryDialog
        lead={lead}
        isOpen={isAskingWhen}
        title={`When does ${fullName(lead)} want to be called?`}
        suggested={suggestNextTry("callback_requested", now, lead.timeZone)?.toISOString() ?? null}
        confirmLabel="Log and set the call"
        onClose={() => start(undefined)}
        onPick={(nextTryAt) => {
          if (started) send(started, { nextTryAt, ...(known ? { despite: known } : {}) });
        }}
      />
    </div>
  );
}
