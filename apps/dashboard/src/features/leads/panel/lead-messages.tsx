// What the person wrote, every time they wrote; what differs from the lead stands beside it.
import { fullName } from "@studydesk/domain/leads/full-name";
import { languageName } from "@studydesk/domain/leads/languages";
import { AnchorText } from "../../../components/anchor-text";
import { When } from "../../../components/when";
import type { LeadView } from "../lead-types";
import { proofHint, proofWords } from "../proof-words";
import classes from "./lead-messages.module.css";

export function LeadMessages({ lead }: { lead: LeadView }) {
  const { submissions } = lead;
  return (
    <section className={classes.messages} aria-labelledby="lead-messages">
      <h2 id="lead-messages" className={classes.title}>
        {submissions.length > 1 ? `Messages · ${submissions.length}` : "Message"}
      </h2>
      {submissions.length === 0 ? <p className={classes.quiet}>This lead did not write.</p> : null}
      {submissions.map((submission) => (
        <article key={submission.id} className={classes.message}>
          {submission.message ? (
            <AnchorText
              sourceType="lead"
              sourceId={lead.id}
              fieldPath={`message.${submission.id}`}
              revision={String(submission.id)}
              text={submission.message}
              name="the message"
              lang={submission.language ?? undefined}
              around={(words) => (
                <p className={classes.text} dir="auto">
                  {words}
                </p>
              )}
            />
          ) : (
            <p className={classes.quiet}>Came without a message.</p>
          )}
          <p className={classes.quiet}>
            <When at={submission.receivedAt} />
            {differences(lead, submission).map((difference) => ` · ${difference}`)}
            {submission.proof === null || submission.proof === "solved" ? null : (
              <span className={classes.mark} title={proofHint}>
                {proofWords[submission.proof]}
              </span>
            )}
          </p>
        </article>
      ))}
    </section>
  );
}

function differences(lead: LeadView, sent: LeadView["submissions"][number]): string[] {
  const name = fullName(sent);
  return [
    ...(name === fullName(lead) ? [] : [`as ${name}`]),
    ...(sent.email === lead.email ? [] : [sent.email]),
    ...(sent.phone === lead.phoneTyped ? [] : [sent.phone]),
    ...(sent.birthYear === lead.birthYear || !sent.birthYear ? [] : [`born in ${sent.birthYear}`]),
    ...(sent.language === lead.language || !sent.language ? [] : [languageName(sent.language)]),
  ];
}
