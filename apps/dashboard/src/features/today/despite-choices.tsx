// The desk advised against a call now, and one was made: why, before it is logged.
import {
  type ContactReason,
  contactReasonLabels,
  contactReasons,
} from "@studydesk/domain/contact/contact-reason";
import type { MayContact } from "@studydesk/domain/contact/may-contact";
import { ChoicePanel } from "./choice-panel";

interface Props {
  gate: MayContact;
  onPick: (reason: ContactReason) => void;
  onBack: () => void;
}

export function DespiteChoices({ gate, onPick, onBack }: Props) {
  // A declined lead is contacted again only because the person wrote or called.
  const offered = gate.answer === "no" ? (["they_got_in_touch"] as const) : contactReasons;
  return (
    <ChoicePanel
      title="Why all the same"
      question={
        <>
          {gate.sentence} <strong>Why all the same?</strong>
        </>
      }
      answers={offered.map((reason) => ({ id: reason, label: contactReasonLabels[reason] }))}
      onPick={(id) => {
        const reason = contactReasons.find((each) => each === id);
        if (reason) onPick(reason);
      }}
      onBack={onBack}
    />
  );
}
