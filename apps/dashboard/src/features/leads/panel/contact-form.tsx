// Logs an attempt: how, what came of it, what was said, and when to try again. What is typed stays
// until the server has it.
import { Button, Textarea } from "@mantine/core";
import {
  type ContactChannel,
  type ContactOutcome,
  contactChannelLabels,
  contactChannels,
  contactOutcomeLabels,
} from "@studydesk/domain/contact/contact-attempt";
import type { ContactReason } from "@studydesk/domain/contact/contact-reason";
import { isLetThrough, mayContact } from "@studydesk/domain/contact/may-contact";
import type { NextTry } from "@studydesk/domain/contact/next-try";
import { fullName } from "@studydesk/domain/leads/full-name";
import { type FormEvent, useState } from "react";
import { ContactReasonField } from "../../../components/contact-reason-field";
import { PillRadios } from "../../../components/pill-radios";
import { WhenField } from "../../../components/when-field";
import { formKeys } from "../../../lib/form-keys";
import { forgetReason, givenReason } from "../../../lib/given-reasons";
import { dayAndTimeWords } from "../../../lib/time-words";
import { offerUndo } from "../../../lib/undo";
import { useDraft } from "../../../lib/use-draft";
import { useNextTry } from "../../../lib/use-next-try";
import { useNow } from "../../../lib/use-now";
import type { LeadView } from "../lead-types";
import { useLogContact } from "../use-log-contact";
import { outcomesOf } from "./contact-outcomes";
import classes from "./lead-forms.module.css";

interface Props {
  lead: LeadView;
  onDone: () => void;
}

export function ContactForm({ lead, onDone }: Props) {
  const log = useLogContact(lead);
  const now = useNow();
  const suggest = useNextTry(lead);
  const [channel, setChannel] = useState<ContactChannel>("phone");
  const [outcome, setOutcome] = useState<ContactOutcome>();
  const [note, setNote] = useDraft(`contact.${lead.id}`);
  const [suggested, setSuggested] = useState<NextTry>();
  /** Undefined: nobody touched it, the suggestion holds. */
  const [picked, setPicked] = useState<Date | null>();
  const [isUnclear, setUnclear] = useState(false);
  const [despite, setDespite] = useState<ContactReason | undefined>(() => givenReason(lead.id));
  const [missing, setMissing] = useState<string>();

  const gate = mayContact({ ...lead, hasConsent: lead.consent !== null }, now, channel);
  const needsReason =
    gate.answer !== "yes" && outcome !== undefined && !isLetThrough(gate, { outcome });

  function pickOutcome(next: ContactOutcome) {
    setOutcome(next);
    setMissing(undefined);
    setSuggested(suggest(next, new Date()));
    setPicked(undefined);
    setUnclear(false);
  }

  function send(event?: FormEvent) {
    event?.preventDefault();
    if (log.isPending || isUnclear) return;
    const lacks = whatLacks();
    setMissing(lacks);
    if (lacks || !outcome) return;
    const when = picked === undefined ? suggested?.at : picked;
    const attempt = {
      leadId: lead.id,
      expectedVersion: lead.version,
      channel,
      outcome,
      ...(note.trim() ? { note } : {}),
      ...(needsReason && despite ? { despite } : {}),
      // What was shown is what is set.
      ...(when === undefined ? {} : { nextTryAt: when?.toISOString() ?? null }),
    };
    log.mutateAsync(attempt).then((changed) => {
      setNote("");
      forgetReason(lead.id);
      onDone();
      const next = changed.followUpAt;
      const words = next ? ` Next try ${dayAndTimeWords(next, new Date())}.` : "";
      offerUndo({
        message: `${fullName(changed)}: ${contactOutcomeLabels[outcome]} logged.${words}`,
        changeId: changed.changeId,
      });
    }, keepForm);
  }

  function whatLacks(): string | undefined {
    if (!outcome) return "Say what came of it, then log it.";
    if (needsReason && !despite) return "Say why it was done all the same, then log it.";
    if (!isLetThrough(gate, { outcome, despite })) {
      return `${gate.sentence} Nothing else can be logged.`;
    }
    if (needsReason && despite === "another" && note.trim() === "") {
      return "Write the reason down below, then log it.";
    }
    return undefined;
  }

  const when = picked === undefined ? (suggested?.at ?? null) : picked;
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
      {outcome === "do_not_contact" ? (
        <p className={classes.warning}>
          From now on nobody can log a call to this person. The lead stays; decide its status next.
        </p>
      ) : null}
      {needsReason && !log.isPending ? (
        <ContactReasonField gate={gate} verb="Logged" value={despite} onChange={setDespite} />
      ) : null}
      {missing ? (
        <p className={classes.problem} role="alert">
          {missing}
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
          onUnclear={setUnclear}
          siteTimeZone={lead.siteTimeZone}
          timeZone={lead.timeZone}
          noneLabel="No next try"
          suggestion={
            suggested ? { label: "Suggested", at: suggested.at, why: suggested.why } : undefined
          }
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
