// What is left of a lead whose person asked to be erased: that it was one, where it stood, when.
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
        Erased at the person’s request on{" "}
        <time dateTime={erasedAt} title={exactWords(erasedAt)}>
          {dateWords(erasedAt, now)}
        </time>
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
