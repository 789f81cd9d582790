// Their own words: what one wants to have read before the call.
import { When } from "../../components/when";
import classes from "./lead-facts.module.css";
import type { LeadView } from "./lead-types";

export function LeadMessages({ lead }: { lead: LeadView }) {
  return lead.submissions
    .filter(({ message }) => message)
    .map(({ id, message, receivedAt }) => (
      <figure key={id} className={classes.message}>
        <blockquote dir="auto">{message}</blockquote>
        <figcaption>
          wrote <When at={receivedAt} />
        </figcaption>
      </figure>
    ));
}
