// Their own words: what one wants to have read before the call.
import { AnchorText } from "../../components/anchor-text";
import { When } from "../../components/when";
import classes from "./lead-facts.module.css";
import type { LeadView } from "./lead-types";

export function LeadMessages({ lead }: { lead: LeadView }) {
  return lead.submissions.map(({ id, message, language, receivedAt }) =>
    message ? (
      <figure key={id} className={classes.message}>
        <AnchorText
          sourceType="lead"
          sourceId={lead.id}
          fieldPath={`message.${id}`}
          revision={String(id)}
          text={message}
          name="the message"
          lang={language ?? undefined}
          around={(words) => <blockquote dir="auto">{words}</blockquote>}
        />
        <figcaption>
          wrote <When at={receivedAt} />
        </figcaption>
      </figure>
    ) : null,
  );
}
