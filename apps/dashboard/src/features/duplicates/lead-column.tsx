// What one of the two wrote, newest first.
import { When } from "../../components/when";
import type { LeadView } from "./duplicate-types";
import classes from "./pair-screen.module.css";

const most = 3;

export function LeadColumn({ lead }: { lead: LeadView }) {
  const { submissions } = lead;
  return (
    <div className={classes.messages}>
      <p className={classes.whose}>Lead {lead.id}</p>
      {submissions.length === 0 ? <p className={classes.quiet}>Did not write.</p> : null}
      {submissions.slice(0, most).map((submission) => (
        <article key={submission.id}>
          <p className={classes.message} dir="auto" lang={submission.language ?? undefined}>
            {submission.message ?? "Came without a message."}
          </p>
          <p className={classes.quiet}>
            <When at={submission.receivedAt} /> · <bdi>{submission.email}</bdi>
          </p>
        </article>
      ))}
      {submissions.length > most ? (
        <p className={classes.quiet}>and {submissions.length - most} more</p>
      ) : null}
    </div>
  );
}
