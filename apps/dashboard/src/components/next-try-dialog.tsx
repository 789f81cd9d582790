// Asks when to try again: the usual times one key away, any other by hand.
import { Button, Modal } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { type FollowUpChoice, followUpChoices } from "../lib/follow-up-choices";
import { useAreKeysOn } from "../lib/keys/key-preference";
import { dayAndTimeWords } from "../lib/time-words";
import { KeyHint } from "./key-hint";
import classes from "./next-try-dialog.module.css";
import { WhenField } from "./when-field";

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
  /** Whose times these are. */
  lead: { readonly timeZone: string; readonly siteTimeZone: string };
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
  lead,
}: Pick<Props, "suggested" | "confirmLabel" | "onPick" | "onNever" | "lead">) {
  const [now] = useState(() => new Date());
  const choices = followUpChoices(now, lead.siteTimeZone);
  const areKeysOn = useAreKeysOn();
  const [at, setAt] = useState<Date | null>(() => firstTime(suggested, choices, now));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (at && at > new Date()) onPick(at.toISOString());
  }

  function pickByDigit({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent) {
    if (!areKeysOn || target instanceof HTMLInputElement || ctrlKey || altKey || metaKey) return;
    const choice = choices[Number(key) - 1];
    if (choice) onPick(choice.at.toISOString());
  }

  return (
    <form className={classes.form} onSubmit={submit} onKeyDown={pickByDigit}>
      <div className={classes.choices}>
        {choices.map((choice, index) => (
          <Button
            key={choice.label}
            {...(index === 0 ? { "data-autofocus": true } : {})}
            variant="default"
            justify="space-between"
            onClick={() => onPick(choice.at.toISOString())}
            rightSection={
              <span className={classes.time}>
                {dayAndTimeWords(choice.at.toISOString(), now)}
                <KeyHint keys={(index + 1).toString()} />
              </span>
            }
          >
            {choice.label}
          </Button>
        ))}
      </div>
      <WhenField
        label="Or say when"
        value={at}
        onChange={setAt}
        siteTimeZone={lead.siteTimeZone}
        timeZone={lead.timeZone}
        noneLabel="Say when: “tue 14:00”"
        isPlain
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

/** What is suggested, unless its time has passed; else tomorrow. */
function firstTime(suggested: string | null, choices: readonly FollowUpChoice[], now: Date): Date {
  const at = suggested ? new Date(suggested) : undefined;
  if (at && at > now) return at;
  return choices[1]?.at ?? now;
}
