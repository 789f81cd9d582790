// Asks why somebody is contacted although the desk advises against it: one press, or its digit.
import { Button, Modal } from "@mantine/core";
import {
  type ContactReason,
  contactReasonLabels,
  reasonsToGoOn,
} from "@studydesk/domain/contact/contact-reason";
import type { MayContact } from "@studydesk/domain/contact/may-contact";
import type { KeyboardEvent } from "react";
import { gateWords } from "../lib/gate-words";
import { useAreKeysOn } from "../lib/keys/key-preference";
import { useNow } from "../lib/use-now";
import classes from "./contact-reason-dialog.module.css";
import { KeyHint } from "./key-hint";

interface Props {
  /** Undefined: nothing is asked. */
  gate: MayContact | undefined;
  /** "Log “no answer” all the same?" */
  title: string;
  onClose: () => void;
  onPick: (reason: ContactReason) => void;
}

export function ContactReasonDialog({ gate, title, onClose, onPick }: Props) {
  const areKeysOn = useAreKeysOn();
  const now = useNow();
  function pickByDigit({ key, ctrlKey, altKey, metaKey }: KeyboardEvent) {
    if (!areKeysOn || ctrlKey || altKey || metaKey) return;
    const reason = reasonsToGoOn[Number(key) - 1];
    if (reason) onPick(reason);
  }
  return (
    <Modal
      opened={gate !== undefined}
      onClose={onClose}
      title={title}
      size="sm"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <form className={classes.ask} onKeyDown={pickByDigit}>
        <p>{gate ? gateWords(gate, now) : ""} All the same, because</p>
        {reasonsToGoOn.map((reason, index) => (
          <Button
            key={reason}
            {...(index === 0 ? { "data-autofocus": true } : {})}
            variant="default"
            justify="space-between"
            rightSection={<KeyHint keys={(index + 1).toString()} />}
            onClick={() => onPick(reason)}
          >
            {contactReasonLabels[reason]}
          </Button>
        ))}
      </form>
    </Modal>
  );
}
