// Who waits for a decision, the longest first.
import { fullName } from "@studydesk/domain/leads/full-name";
import { Link } from "@tanstack/react-router";
import { useNow } from "../../lib/use-now";
import classes from "./review-queue.module.css";
import type { Queue } from "./review-types";
import { markOf, progressWords, waitingWords } from "./review-words";

interface Props {
  queue: Queue;
  leadId: number | undefined;
}

export function ReviewQueue({ queue, leadId }: Props) {
  const now = useNow();
  const { candidates, total } = queue;
  return (
    <>
      <ul className={classes.queue}>
        {candidates.map((candidate) => {
          const mark = markOf(candidate);
          return (
            <li key={candidate.leadId}>
              <Link
                to="/review"
                search={{ lead: candidate.leadId }}
                className={classes.candidate}
                data-open={candidate.leadId === leadId}
              >
                <b dir="auto">{fullName(candidate)}</b>
                {mark ? <span className={classes.mark}>{mark}</span> : null}
                <small>
                  {waitingWords(candidate.waitingSince, now)} · {progressWords(candidate)}
                </small>
                <small className={classes.study}>{candidate.studyTitle}</small>
              </Link>
            </li>
          );
        })}
      </ul>
      {total > candidates.length ? (
        <p className={classes.more}>
          The {candidates.length} who wait longest of {total}; the others follow as these are
          decided.
        </p>
      ) : null}
    </>
  );
}
