// Plans a visit, or gives one another time or place: when by the site's clock, how long, where. Says who else is at
// the site then, and whether the person will be told.
import { Button, Select, TextInput } from "@mantine/core";
import { mayContact } from "@studydesk/domain/contact/may-contact";
import { fullName } from "@studydesk/domain/leads/full-name";
import { languageName } from "@studydesk/domain/leads/languages";
import { readPublicLanguage } from "@studydesk/domain/public-language";
import { visitLengthWords } from "@studydesk/domain/visits/visit-words";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { WhenField } from "../../../../components/when-field";
import { formKeys } from "../../../../lib/form-keys";
import { useTRPC } from "../../../../lib/trpc";
import { useFocusBack } from "../../../../lib/use-focus-back";
import { useNow } from "../../../../lib/use-now";
import { visitHoursWords } from "../../../../lib/visit-time-words";
import type { LeadView } from "../../lead-types";
import forms from "../lead-forms.module.css";
import { useVisitChanges, type Visit } from "./use-visit-changes";

interface Props {
  lead: LeadView;
  /** Left out: a further visit is planned. */
  visit?: Visit;
  usual: { place: string | null; minutes: number };
  onDone: () => void;
}

const lengths = [15, 30, 45, 60, 90, 120, 180, 240, 360, 480];

export function VisitForm({ lead, visit, usual, onDone }: Props) {
  useFocusBack();
  const { plan, move } = useVisitChanges(lead);
  const trpc = useTRPC();
  const [at, setAt] = useState<Date | null>(visit ? new Date(visit.startsAt) : null);
  const [isUnclear, setUnclear] = useState(false);
  const [minutes, setMinutes] = useState(visit?.minutes ?? usual.minutes);
  const [place, setPlace] = useState(visit ? (visit.place ?? "") : (usual.place ?? ""));
  const [note, setNote] = useState(visit?.note ?? "");
  const [hasTried, setTried] = useState(false);
  const startsAt = at?.toISOString();
  const others = useQuery(
    trpc.visits.overlapping.queryOptions(
      {
        leadId: lead.id,
        startsAt: startsAt ?? "",
        minutes,
        ...(visit ? { exceptVisitId: visit.id } : {}),
      },
      { enabled: startsAt !== undefined },
    ),
  ).data;
  const isBusy = plan.isPending || move.isPending;

  function send(event?: FormEvent) {
    event?.preventDefault();
    setTried(true);
    if (isBusy || isUnclear || startsAt === undefined) return;
    const written = { startsAt, minutes, place: place || null, note: note || null };
    const sent = visit
      ? move.mutateAsync({ visitId: visit.id, expectedSequence: visit.sequence, ...written })
      : plan.mutateAsync({ leadId: lead.id, ...written });
    sent.then(onDone, keepForm);
  }

  return (
    <form
      ref={showOnce}
      className={forms.form}
      onSubmit={send}
      onKeyDown={formKeys({ send, close: onDone })}
      aria-label={visit ? "Change the visit" : "Plan a visit"}
    >
      <h2 className={forms.title}>{visit ? "Change the visit" : "Plan a visit"}</h2>
      <WhenField
        label="When"
        value={at}
        onChange={setAt}
        onUnclear={setUnclear}
        siteTimeZone={lead.siteTimeZone}
        timeZone={lead.timeZone}
        noneLabel="No time yet"
        takesFocus
      />
      {hasTried && !at && !isUnclear ? (
        <p className={forms.problem} role="alert">
          Say when the visit is.
        </p>
      ) : null}
      {others?.map((other) => (
        <p key={other.id} className={forms.warning} role="status">
          At the same time: <bdi>{fullName(other)}</bdi>,{" "}
          {visitHoursWords(other, lead.siteTimeZone)}
          {other.place ? `, ${other.place}` : ""}.
        </p>
      ))}
      <Select
        label="How long"
        allowDeselect={false}
        value={String(minutes)}
        onChange={(value) => setMinutes(Number(value))}
        comboboxProps={{ withinPortal: false }}
        data={[...new Set([...lengths, minutes])]
          .sort((a, b) => a - b)
          .map((value) => ({ value: String(value), label: visitLengthWords("en", value) }))}
      />
      <TextInput
        label="Where"
        placeholder="Building, floor, whom to ask for"
        description="The person reads it. It is remembered for the next visit at this site."
        maxLength={300}
        dir="auto"
        value={place}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <TextInput
        label="Note"
        placeholder="Fasting, bring the MRI…"
        description="The team at this site sees it."
        maxLength={1000}
        dir="auto"
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <MailHint lead={lead} />
      <div className={forms.buttons}>
        <Button type="submit" loading={isBusy}>
          {visit ? "Change it" : "Plan it"}
        </Button>
        <Button variant="default" onClick={onDone}>
          Close
        </Button>
      </div>
    </form>
  );
}

/** Whether the person will be told, and in which language. */
function MailHint({ lead }: { lead: LeadView }) {
  const now = useNow();
  const person = { ...lead, attempts: [], hasConsent: lead.consent !== null };
  const gate = mayContact(person, now, "email");
  if (gate.answer === "no")
    return <p className={forms.warning}>No mail goes out. {gate.sentence}</p>;
  if (lead.email === "") {
    return (
      <p className={forms.warning}>No mail goes out: no address is known. Tell them by phone.</p>
    );
  }
  const language = readPublicLanguage(lead.language);
  return (
    <p className={forms.hint}>
      A mail with a file for the calendar goes to {lead.email}
      {language ? ` in ${languageName(language)}` : ""}, and a reminder the day before.
    </p>
  );
}

/** It may open below what is in sight. */
function showOnce(form: HTMLFormElement | null): void {
  // Newer browsers answer with a promise, which is no clean-up.
  void form?.scrollIntoView({ block: "nearest" });
}

/** The change itself says what went wrong; what was typed stays. */
function keepForm(): void {}
