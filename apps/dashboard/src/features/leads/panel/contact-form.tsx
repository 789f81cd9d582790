// Logs an attempt: how, what came of it, what was said, and when to try again. What is typed stays
// until the server has it.
import { Button, Textarea } from "@mantine/core";
import {
  type ContactChannel,
  type ContactOutcome,
  contactChannelLabels,
  contactChannels,
  contactOutcomeLabels,
  suggestNextTry,
} from "@studydesk/domain/leads/contact-attempt";
import { fullName } from "@studydesk/domain/leads/full-name";
import { openLeadStatuses } from "@studydesk/domain/leads/lead-status";
import { type FormEvent, useState } from "react";
import { formKeys } from "../../../lib/form-keys";
import { dayAndTimeWords } from "../../../lib/time-words";
import { offerUndo } from "../../../lib/undo";
import { useDraft } from "../../../lib/use-draft";
import type { LeadView } from "../lead-types";
import { useLogContact } from "../use-log-contact";
import { outcomesOf } from "./contact-outcomes";
import classes from "./lead-forms.module.css";
import { PillRadios } from "./pill-radios";
import { WhenField } from "./when-field";

interface Props {
  lead: LeadView;
  onDone: () => void;
}

export function ContactForm({ lead, onDone }: Props) {
  const log = useLogContact(lead);
  const [channel, setChannel] = useState<ContactChannel>("phone");
  const [outcome, setOutcome] = useState<ContactOutcome>();
  const [note, setNote] = useDraft(`contact.${lead.id}`);
  const [suggested, setSuggested] = useState<Date | null>(null);
  /** Undefined: nobody touched it, the outcome's usual time holds. */
  const [picked, setPicked] = useState<Date | null>();
  const [isMissing, setMissing] = useState(false);

  function pickOutcome(next: ContactOutcome) {
    setOutcome(next);
    setMissing(false);
    const isOpen = openLeadStatuses.includes(lead.status);
    setSuggested((isOpen && suggestNextTry(next, new Date(), lead.timeZone)) || null);
    setPicked(undefined);
  }

  function send(event?: FormEvent) {
    event?.preventDefault();
    if (log.isPending) return;
    if (!outcome) {
      setMissing(true);
      return;
    }
    const attempt = {
      leadId: lead.id,
      expectedVersion: lead.version,
      channel,
      outcome,
      ...(note.trim() ? { note } : {}),
      ...(picked === undefined ? {} : { nextTryAt: picked?.toISOString() ?? null }),
    };
    log.mutateAsync(attempt).then((changed) => {
      setNote("");
      onDone();
      const next = changed.followUpAt;
      const words = next ? ` Next try ${dayAndTimeWords(next, new Date())}.` : "";
      offerUndo({
        message: `${fullName(changed)}: ${contactOutcomeLabels[outcome]} logged.${words}`,
        changeId: changed.changeId,
      });
    }, keepForm);
  }

  const when = picked === undefined ? suggested : picked;
  return (
    <form className={classes.form} onSubmit={send} onKeyDown={formKeys({ send, close: onDone })}>
      <h2 className={classes.title}>Log a contact</h2>
      <PillRadios
        legend="How"
        values={contactChannels}
        labels={contactChannelLabels}
        value={channel}
        onChange={(next) => {
          setChannel(next);
          if (outcome && !outcomesOf[next].includes(outcome)) setOutcome(undefined);
        }}
      />
      <PillRadios
        legend="What came of it"
        values={outcomesOf[channel]}
        labels={contactOutcomeLabels}
        value={outcome}
        onChange={pickOutcome}
        takesFocus
      />
      {isMissing ? (
        <p className={classes.problem} role="alert">
          Say what came of it, then log it.
        </p>
      ) : null}
      {outcome === "do_not_contact" ? (
        <p className={classes.warning}>
          From now on nobody can log a call to this person. The lead stays; decide its status next.
        </p>
      ) : null}
      <Textarea
        label="What was said"
        description="The team at this site sees it."
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {outcome && outcome !== "do_not_contact" ? (
        <WhenField
          label="Next try"
          value={when}
          onChange={setPicked}
          timeZone={lead.timeZone}
          noneLabel="No next try"
          suggestion={suggested ? { label: "The usual time", at: suggested } : undefined}
        />
      ) : null}
      <div className={classes.buttons}>
        <Button type="submit" loading={log.isPending}>
          Log it
        </Button>
        <Button variant="default" onClick={onDone}>
          Close
        </Button>
      </div>
    </form>
  );
}

/** The change itself says what went wrong; what was typed stays. */
function keepForm(): void {}
