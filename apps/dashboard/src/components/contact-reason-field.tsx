// The desk advises against contacting a person now: what it says, when that ends, and why it is done all the
// same.
import {
  type ContactReason,
  contactReasonLabels,
  contactReasons,
  reasonsToGoOn,
} from "@studydesk/domain/contact/contact-reason";
import type { MayContact } from "@studydesk/domain/contact/may-contact";
import { gateWords } from "../lib/gate-words";
import { useNow } from "../lib/use-now";
import classes from "./contact-reason-field.module.css";
import { PillRadios } from "./pill-radios";

interface Props {
  gate: MayContact;
  /** What was done, or is about to be: "Logged", "Written". */
  verb: "Logged" | "Written";
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
        values={reasonsFor(gate, verb)}
        labels={contactReasonLabels}
        value={value}
        onChange={onChange}
        takesFocus={takesFocus}
      />
    </div>
  );
}

function reasonsFor({ answer }: MayContact, verb: Props["verb"]): readonly ContactReason[] {
  if (answer === "no") return ["they_got_in_touch"];
  return verb === "Logged" ? contactReasons : reasonsToGoOn;
}
