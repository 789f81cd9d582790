// May I call now? A dot and a sentence, with the clock of the place where the person lives.
import { mayContact } from "@studydesk/domain/contact/may-contact";
import { placeOfZone } from "../../lib/place-of-zone";
import { useNow } from "../../lib/use-now";
import type { LeadView } from "./lead-types";
import classes from "./may-call.module.css";

const words = { yes: "You may call.", ask: "Better not now.", no: "Do not call." } as const;

export function MayCall({ lead }: { lead: LeadView }) {
  const now = useNow();
  const { answer, sentence } = mayContact({ ...lead, hasConsent: lead.consent !== null }, now);
  return (
    <p className={classes.line} data-answer={answer}>
      <strong>{words[answer]}</strong> <span>{sentence}</span>{" "}
      <span className={classes.zone}>{placeOfZone(lead.timeZone)} time</span>
    </p>
  );
}
