// What is left of a lead whose person was erased: that it was one, where it stood, when, and why.
import { eraseReasonLabels, isAtOwnRequest } from "@studydesk/domain/retention/erase-lead";
import { dateWords, exactWords } from "../../../lib/time-words";
import { useNow } from "../../../lib/use-now";
import type { LeadView } from "../lead-types";
import classes from "./lead-facts.module.css";
import { StatusFact } from "./status-fact";

export function ErasedFacts({ lead, erasedAt }: { lead: LeadView; erasedAt: string }) {
  const now = useNow();
  return (
    <>
      <p className={classes.erased}>
        {isAtOwnRequest(lead.erasedBecause ?? undefined)
          ? "Erased at the person’s request on"
          : "Erased on"}{" "}
        <time dateTime={erasedAt} title={exactWords(erasedAt)}>
          {dateWords(erasedAt, now)}
        </time>
        {lead.erasedBecause === null
          ? ""
          : ` (${eraseReasonLabels[lead.erasedBecause].toLowerCase()})`}
        . Who it was, what they wrote and what was written about them is gone for good; the steps
        and their dates stay, so that the counts stay right.
      </p>
      <dl className={classes.facts}>
        <StatusFact lead={lead} />
        <dt>Study</dt>
        <dd>{lead.studyTitle}</dd>
        <dt>Site</dt>
        <dd>{lead.siteName}</dd>
      </dl>
    </>
  );
}
