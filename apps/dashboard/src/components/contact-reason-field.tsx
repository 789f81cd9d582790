// The desk advises against contacting a person now: what it says, when that ends, and why it is done all the
// same.
import {
  type ContactReason,
  contactReasonLabels,
  contactReasons,
} from "@studydesk/domain/leads/contact-reason";
import type { MayContact } from "@studydesk/domain/leads/may-contact";
import { gateWords } from "../lib/gate-words";
import { useNow } from "../lib/use-now";
import classes from "./contact-reason-field.module.css";
import { PillRadios } from "./pill-radios";

interface Props {
  gate: MayContact;
  /** What is about to be done: "Call", "Log", "Write". */
  verb: string;
  value: ContactReason | undefined;
  onChange: (reason: ContactReason) => void;
  takesFocus?: boolean;
}

export function ContactReasonField({ gate, verb, value, onChange, takesFocus = false }: Props) {
  const now = useNow();
  return (
    <div className={classes.ask}>
      <p>
        <strong>{gate.answer === "no" ? "No." : "Better not now."}</strong> {gateWords(gate, now)}
      </p>
      <PillRadios
        legend={`${verb} all the same, because`}
        values={gate.answer === "no" ? ["they_got_in_touch"] : contactReasons}
        labels={contactReasonLabels}
        value={value}
        onChange={onChange}
        takesFocus={takesFocus}
      />
    </div>
  );
}
