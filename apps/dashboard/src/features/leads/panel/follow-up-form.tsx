// Sets when to come back to a lead, and what for.
import { Button, TextInput } from "@mantine/core";
import { fullName } from "@studydesk/domain/leads/full-name";
import { type FormEvent, useState } from "react";
import { WhenField } from "../../../components/when-field";
import { followUpChoices } from "../../../lib/follow-up-choices";
import { formKeys } from "../../../lib/form-keys";
import { dayAndTimeWords } from "../../../lib/time-words";
import { offerUndo } from "../../../lib/undo";
import type { LeadView } from "../lead-types";
import { useSetFollowUp } from "../use-set-follow-up";
import classes from "./lead-forms.module.css";

interface Props {
  lead: LeadView;
  onDone: () => void;
}

export function FollowUpForm({ lead, onDone }: Props) {
  // What somebody else sets while this is open is not written over, but shown beside it.
  const [seen] = useState(lead);
  const set = useSetFollowUp(lead, seen);
  const [at, setAt] = useState<Date | null>(() => plannedOrTomorrow(lead));
  const [isUnclear, setUnclear] = useState(false);
  const [note, setNote] = useState(lead.followUpNote ?? "");

  function send(event?: FormEvent) {
    event?.preventDefault();
    if (set.isPending || isUnclear) return;
    const change = {
      leadId: lead.id,
      expectedVersion: seen.version,
      at: at?.toISOString() ?? null,
      ...(at && note.trim() ? { note } : {}),
    };
    set.mutateAsync(change).then((changed) => {
      onDone();
      const next = changed.followUpAt;
      const words = next ? `follow-up ${dayAndTimeWords(next, new Date())}` : "no follow-up";
      offerUndo({ message: `${fullName(changed)}: ${words}.`, changeId: changed.changeId });
    }, keepForm);
  }

  return (
    <form className={classes.form} onSubmit={send} onKeyDown={formKeys({ send, close: onDone })}>
      <h2 className={classes.title}>Follow up</h2>
      <WhenField
        label="When"
        value={at}
        onChange={setAt}
        onUnclear={setUnclear}
        siteTimeZone={lead.siteTimeZone}
        timeZone={lead.timeZone}
        noneLabel="No follow-up"
        takesFocus
      />
      {at || isUnclear ? (
        <TextInput
          label="What for"
          placeholder="Pathology report, call the daughter…"
          description="The team at this site sees it."
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      ) : null}
      <div className={classes.buttons}>
        <Button type="submit" loading={set.isPending}>
          {at || isUnclear ? "Set it" : "Clear it"}
        </Button>
        <Button variant="default" onClick={onDone}>
          Close
        </Button>
      </div>
    </form>
  );
}

/** What is planned already; a time gone by is no plan any more. */
function plannedOrTomorrow({ followUpAt, siteTimeZone }: LeadView): Date | null {
  const now = new Date();
  const planned = followUpAt === null ? undefined : new Date(followUpAt);
  if (planned && planned > now) return planned;
  return (
    followUpChoices(now, siteTimeZone).find(({ label }) => label.startsWith("Tomorrow"))?.at ?? null
  );
}

/** The change itself says what went wrong; what was typed stays. */
function keepForm(): void {}
