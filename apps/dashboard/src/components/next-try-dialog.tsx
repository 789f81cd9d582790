// Asks when to try again: the usual times one key away, any other by hand.
import { Button, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { followUpChoices, fromWallClock, toWallClock } from "../lib/follow-up-choices";
import { dayAndTimeWords } from "../lib/time-words";
import classes from "./next-try-dialog.module.css";

interface Props {
  title: string;
  /** What stands in the field at first, ISO-8601. */
  suggested: string | null;
  confirmLabel: string;
  isOpen: boolean;
  onClose: () => void;
  /** ISO-8601. */
  onPick: (at: string) => void;
  /** Offered where having no next try is a choice. */
  onNever?: () => void;
}

export function NextTryDialog({ isOpen, onClose, title, ...rest }: Props) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size="sm"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {isOpen ? <NextTryForm {...rest} /> : null}
    </Modal>
  );
}

function NextTryForm({
  suggested,
  confirmLabel,
  onPick,
  onNever,
}: Pick<Props, "suggested" | "confirmLabel" | "onPick" | "onNever">) {
  const [now] = useState(() => new Date());
  const [typed, setTyped] = useState(() => toWallClock(suggested ? new Date(suggested) : now));
  const at = fromWallClock(typed);
  const isPast = at !== undefined && at <= now;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (at && !isPast) onPick(at.toISOString());
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      <div className={classes.choices}>
        {followUpChoices(now).map((choice) => (
          <Button
            key={choice.label}
            variant="default"
            justify="space-between"
            onClick={() => onPick(choice.at.toISOString())}
            rightSection={
              <span className={classes.time}>{dayAndTimeWords(choice.at.toISOString(), now)}</span>
            }
          >
            {choice.label}
          </Button>
        ))}
      </div>
      <TextInput
        type="datetime-local"
        label="Or at"
        value={typed}
        min={toWallClock(now)}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={isPast ? "This time has passed. Pick a later one." : undefined}
        data-autofocus
        required
        withAsterisk={false}
      />
      <div className={classes.actions}>
        {onNever ? (
          <Button variant="subtle" onClick={onNever}>
            No next try
          </Button>
        ) : null}
        <Button type="submit" disabled={!at}>
          {confirmLabel}
        </Button>
      </div>
    </form>
  );
}
