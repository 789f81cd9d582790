// The screening number, and the field in which it is put right: Enter saves, Esc restores.
import { Button, TextInput } from "@mantine/core";
import { fullName } from "@studydesk/domain/leads/full-name";
import { type FormEvent, useState } from "react";
import { formKeys } from "../../../lib/form-keys";
import { offerUndo } from "../../../lib/undo";
import type { LeadView } from "../lead-types";
import { useSetScreeningNumber } from "../use-set-screening-number";
import classes from "./lead-facts.module.css";

export function ScreeningNumberFact({ lead }: { lead: LeadView }) {
  const [typed, setTyped] = useState<string>();
  const set = useSetScreeningNumber(lead);
  const close = () => setTyped(undefined);

  function send(event?: FormEvent) {
    event?.preventDefault();
    if (typed === undefined || set.isPending) return;
    const screeningNumber = typed.trim() || null;
    if (screeningNumber === lead.screeningNumber) return close();
    set
      .mutateAsync({ leadId: lead.id, screeningNumber, expectedVersion: lead.version })
      .then((changed) => {
        close();
        const number = changed.screeningNumber;
        offerUndo({
          message: `${fullName(changed)}: ${number ? `screening number ${number}` : "no screening number"}.`,
          changeId: changed.changeId,
        });
        // What is wrong was said; what was typed stays.
      }, stays);
  }

  if (typed === undefined) {
    return (
      <>
        {lead.screeningNumber ?? <span className={classes.quiet}>None yet</span>}
        {lead.abilities.setScreeningNumber ? (
          <button
            type="button"
            className={classes.change}
            onClick={() => setTyped(lead.screeningNumber ?? "")}
          >
            {lead.screeningNumber === null ? "Set" : "Change"}
            <span className={classes.heard}> the screening number</span>
          </button>
        ) : null}
      </>
    );
  }
  return (
    <form className={classes.edit} onSubmit={send} onKeyDown={formKeys({ send, close })}>
      <TextInput
        aria-label="Screening number"
        maxLength={40}
        autoComplete="off"
        ref={focusOnce}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-sm" loading={set.isPending}>
        Save
      </Button>
      <Button size="compact-sm" variant="default" onClick={close}>
        Cancel
      </Button>
    </form>
  );
}

/** When it appears, not at every keystroke. */
function focusOnce(field: HTMLInputElement | null): void {
  field?.focus({ preventScroll: true });
}

function stays(): void {}
