// Consent to the study begins screening: the day, the version of the form that was signed, and the screening number
// where it is known by then.
import { Button, Modal, TextInput } from "@mantine/core";
import { fullName } from "@studydesk/domain/leads/full-name";
import {
  consentDayProblem,
  consentDays,
  type StudyConsent,
} from "@studydesk/domain/leads/study-consent";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import dialog from "../../../../components/dialog-form.module.css";
import { formKeys } from "../../../../lib/form-keys";
import { useTRPC } from "../../../../lib/trpc";
import { useFocusBack } from "../../../../lib/use-focus-back";
import type { LeadView } from "../../lead-types";

interface Props {
  lead: LeadView;
  isSaving: boolean;
  onClose: () => void;
  onSend: (consent: StudyConsent) => void;
}

export function ConsentDialog({ lead, isSaving, onClose, onSend }: Props) {
  useFocusBack();
  const trpc = useTRPC();
  const asked = useQuery(trpc.leads.moveChoices.queryOptions({ leadId: lead.id }));
  const days = consentDays(lead, new Date());
  const [on, setOn] = useState(days.last);
  const [typedVersion, setTypedVersion] = useState<string>();
  const [screeningNumber, setScreeningNumber] = useState(lead.screeningNumber ?? "");
  const [hasTried, setTried] = useState(false);
  // As it was at the last consent there, until somebody types another one.
  const formVersion = typedVersion ?? asked.data?.consent.formVersion ?? "";
  const dayProblem = on === "" ? "Enter the day as on the form." : consentDayProblem(on, days);
  const versionProblem = formVersion.trim() === "" ? "Enter the version of the form." : undefined;

  function send(event?: FormEvent) {
    event?.preventDefault();
    setTried(true);
    if (isSaving || dayProblem || versionProblem) return;
    const number = screeningNumber.trim();
    onSend({ on, formVersion: formVersion.trim(), ...(number ? { screeningNumber: number } : {}) });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={`${fullName(lead)} consented to the study`}
      size="sm"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <form className={dialog.form} onSubmit={send} onKeyDown={formKeys({ send, close: onClose })}>
        <TextInput
          data-autofocus
          type="date"
          label="Day of consent"
          description="As on the signed form."
          min={days.first}
          max={days.last}
          value={on}
          error={hasTried ? dayProblem : undefined}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
        <TextInput
          label="Version of the consent form"
          placeholder="3.0 of 12 May 2026"
          maxLength={60}
          autoComplete="off"
          value={formVersion}
          error={hasTried ? versionProblem : undefined}
          onChange={(event) => setTypedVersion(event.currentTarget.value)}
        />
        <TextInput
          label="Screening number"
          description="Not known yet? It can be entered later."
          maxLength={40}
          autoComplete="off"
          value={screeningNumber}
          onChange={(event) => setScreeningNumber(event.currentTarget.value)}
        />
        <div className={dialog.buttons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isSaving}>
            Begin screening
          </Button>
        </div>
      </form>
    </Modal>
  );
}
