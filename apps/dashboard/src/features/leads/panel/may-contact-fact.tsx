// May I call now? Reckoned anew as the clock moves on where the person lives.
import { mayContact } from "@studydesk/domain/contact/may-contact";
import { gateWords } from "../../../lib/gate-words";
import { useNow } from "../../../lib/use-now";
import type { LeadView } from "../lead-types";
import classes from "./lead-facts.module.css";

const words = { yes: "Yes.", ask: "Better not now.", no: "No." } as const;

export function MayContactFact({ lead }: { lead: LeadView }) {
  const now = useNow();
  const gate = mayContact({ ...lead, hasConsent: lead.consent !== null }, now);
  return (
    <span className={classes.mayContact} data-answer={gate.answer}>
      <strong>{words[gate.answer]}</strong> {gateWords(gate, now)}
    </span>
  );
}
