// May I call now? A dot and a sentence, with the clock of the place where the person lives.
import { mayContact } from "@studydesk/domain/contact/may-contact";
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
      <span className={classes.zone}>{placeOf(lead.timeZone)} time</span>
    </p>
  );
}

/** "Asia/Shanghai" → "Shanghai". */
function placeOf(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}
