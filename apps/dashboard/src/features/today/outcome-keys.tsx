// One key per outcome, each with its button. A line of note goes along with whichever is pressed.
import { TextInput, UnstyledButton } from "@mantine/core";
import { suggestNextTry } from "@studydesk/domain/leads/contact-attempt";
import { fullName } from "@studydesk/domain/leads/full-name";
import { type KeyboardEvent, useRef, useState } from "react";
import { KeyHint } from "../../components/key-hint";
import { NextTryDialog } from "../../components/next-try-dialog";
import { useKeys } from "../../lib/keys/use-keys";
import { useNow } from "../../lib/use-now";
import { type CallOutcome, callOutcomes, consequence } from "./call-outcomes";
import type { LeadView } from "./lead-types";
import classes from "./outcome-keys.module.css";

interface Props {
  lead: LeadView;
  /** False when a colleague has closed the lead meanwhile. */
  isOpen: boolean;
  /** Already written, when the lead was brought back. */
  note: string;
  onLog: (outcome: CallOutcome, extra: { note: string; nextTryAt?: string }) => void;
  onSkip: () => void;
}

export function OutcomeKeys({ lead, isOpen, note: written, onLog, onSkip }: Props) {
  const now = useNow();
  const [note, setNote] = useState(written);
  const [asking, setAsking] = useState<CallOutcome>();
  /** Pressed once; the second press means it. */
  const [armed, setArmed] = useState<CallOutcome>();
  const noteField = useRef<HTMLInputElement>(null);
  const canLog = lead.abilities.logContact && isOpen;

  function press(outcome: CallOutcome) {
    if (!canLog) return;
    setArmed(undefined);
    if (outcome.manner === "ask") setAsking(outcome);
    else if (outcome.manner === "twice" && armed !== outcome) setArmed(outcome);
    else onLog(outcome, { note: note.trim() });
  }

  useKeys("Today", [
    ...callOutcomes.map((outcome) => ({
      keys: outcome.key,
      name: outcome.manner === "twice" ? `${outcome.label} (press twice)` : outcome.label,
      run: () => press(outcome),
    })),
    { keys: "s", name: "Skip, bring the next lead", run: onSkip },
    { keys: "a", name: "Add a note to the outcome", run: () => noteField.current?.focus() },
    { keys: "Escape", name: "Take the first press back", run: () => setArmed(undefined) },
  ]);

  function leaveNote(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.currentTarget.blur();
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
              disabled={!canLog}
              onClick={() => press(outcome)}
            >
              <span className={classes.label}>
                {armed === outcome ? "Press again to confirm" : outcome.label}
                <KeyHint keys={outcome.key} />
              </span>
              <span className={classes.then}>{consequence(outcome, now, lead.timeZone)}</span>
            </UnstyledButton>
          ))}
          <UnstyledButton className={classes.key} data-outcome="skip" onClick={onSkip}>
            <span className={classes.label}>
              {canLog ? "Skip" : "Next lead"}
              <KeyHint keys="s" />
            </span>
            <span className={classes.then}>
              {canLog ? "comes back later today" : "nothing to log here"}
            </span>
          </UnstyledButton>
        </div>
      </div>
      <NextTryDialog
        isOpen={asking !== undefined}
        title={`When does ${fullName(lead)} want to be called?`}
        suggested={suggestNextTry("callback_requested", now, lead.timeZone)?.toISOString() ?? null}
        confirmLabel="Log and set the call"
        onClose={() => setAsking(undefined)}
        onPick={(nextTryAt) => {
          if (asking) onLog(asking, { note: note.trim(), nextTryAt });
        }}
      />
    </div>
  );
}
