// Under a signature that answers overtook: what it was given over, and exactly what changed since.
import { zonedTimeWords } from "@studydesk/domain/reviews/signature";
import { AnswerChanges } from "./answer-changes";
import type { LeadReviews } from "./review-types";
import classes from "./signature-line.module.css";

export function OvertakenNote({ signature }: { signature: LeadReviews["signature"] }) {
  if (signature?.state !== "overtaken") return null;
  const { versionNumber, signedAt, timeZone, printedName, changes } = signature;
  const labels = changes?.map(({ label }) => label).join(", ");
  return (
    <div className={classes.overtaken} role="note">
      <p>
        <b>Signed over version {versionNumber}</b> on {zonedTimeWords(signedAt, timeZone)} by{" "}
        {printedName}; {labels ? `answers changed since: ${labels}` : "the criteria changed since"}.
        A new signature is needed before consent is recorded.
      </p>
      <AnswerChanges changes={changes ?? []} />
    </div>
  );
}
