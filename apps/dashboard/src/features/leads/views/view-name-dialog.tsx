// Asks for the name of a view, to keep one or to call one otherwise.
import { Button, Modal, TextInput } from "@mantine/core";
import { longestViewName } from "@studydesk/domain/views/view-inputs";
import { useState } from "react";
import formClasses from "../../../components/dialog-form.module.css";
import { useFocusBack } from "../../../lib/use-focus-back";

interface Props {
  title: string;
  /** What the button says. */
  action: string;
  start: string;
  note?: string | undefined;
  /** Resolves with whether it is done. */
  onName: (name: string) => Promise<boolean>;
  onClose: () => void;
}

export function ViewNameDialog({ title, action, start, note, onName, onClose }: Props) {
  useFocusBack();
  const [name, setName] = useState(start);
  const [isBusy, setBusy] = useState(false);
  async function send() {
    setBusy(true);
    if (await onName(name)) onClose();
    setBusy(false);
  }
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": "Close" }}>
      <form
        className={formClasses.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextInput
          label="Name"
          {...(note === undefined ? {} : { description: note })}
          data-autofocus
          required
          maxLength={longestViewName}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className={formClasses.buttons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isBusy} disabled={name.trim() === ""}>
            {action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
