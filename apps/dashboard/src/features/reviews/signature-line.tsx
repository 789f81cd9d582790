// A decision that was made, and the signature under it: name, time with zone, meaning, and whether the record
// still is what was signed.
import { reviewDecisionLabels } from "@studydesk/domain/reviews/review";
import { signatureCheckSentences, zonedTimeWords } from "@studydesk/domain/reviews/signature";
import { When } from "../../components/when";
import type { Review } from "./review-types";
import classes from "./signature-line.module.css";

export function DecisionList({ reviews }: { reviews: readonly Review[] }) {
  return (
    <ul className={classes.list}>
      {reviews.map((review) => (
        <li key={review.id} className={classes.item}>
          <DecisionLine review={review} />
        </li>
      ))}
    </ul>
  );
}

function DecisionLine({ review }: { review: Review }) {
  const { decision, decidedAt, decidedByName, words, label, signature, versionNumber } = review;
  if (decision === null || decidedAt === null) {
    return (
      <p className={classes.quiet}>
        {review.state === "waiting" ? "Waits for the investigator" : "Taken back"} · sent by{" "}
        {review.sentByName} <When at={review.sentAt} style="planned" />
      </p>
    );
  }
  return (
    <>
      <p>
        <b>
          {reviewDecisionLabels[decision]}
          {label ? `: ${label}` : ""}
        </b>
        {signature ? null : (
          <span className={classes.quiet}>
            {" "}
            · {decidedByName} <When at={decidedAt} style="planned" />
          </span>
        )}
      </p>
      {words ? (
        <p dir="auto" className={classes.words}>
          {words}
        </p>
      ) : null}
      {signature ? (
        <div className={classes.signature} data-check={signature.check}>
          <p>
            Signed by <b>{signature.printedName}</b>,{" "}
            <time dateTime={signature.signedAt}>
              {zonedTimeWords(signature.signedAt, signature.timeZone)}
            </time>
            , over version {versionNumber}
          </p>
          <p className={classes.meaning}>“{signature.meaning}”</p>
          <p className={classes.check}>
            {signatureCheckSentences[signature.check]}{" "}
            <code title={signature.sha256}>{signature.sha256.slice(0, 12)}</code>
          </p>
        </div>
      ) : null}
    </>
  );
}
