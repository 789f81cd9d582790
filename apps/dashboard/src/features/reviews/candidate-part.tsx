// One candidate with the decision beside it; on paper the page alone.
import { Button } from "@mantine/core";
import { reviewDecisionLabels } from "@studydesk/domain/reviews/review";
import { zonedTimeWords } from "@studydesk/domain/reviews/signature";
import { useEffect, useRef } from "react";
import { PrintSheet } from "../../components/print-sheet";
import { zoneWords } from "../../lib/fact-words";
import { useMe } from "../../lib/me";
import { showToast } from "../../lib/toasts";
import { useNow } from "../../lib/use-now";
import { CandidateSheet } from "./candidate-sheet";
import { ChangesNotice } from "./changes-notice";
import { DecisionForm } from "./decision-form";
import type { Choice } from "./decision-options";
import classes from "./review-screen.module.css";
import type { Candidate } from "./review-types";
import { useSeenPage } from "./use-seen-page";

interface Props {
  candidate: Candidate;
  /** The queue is out of sight. */
  isTitle: boolean;
  /** On to the next one; undefined: nobody else waits. */
  onNext: (() => void) | undefined;
  onDecided: () => void;
}

export const decisionId = "decision";

const done: Readonly<Record<Choice, string>> = {
  eligible: "Signed: eligible. The coordinator arranges the screening visit.",
  returned: "Sent back with your question. It comes back to you with the answer.",
  not_eligible: "Signed: not eligible. The coordinator sees which criterion it was.",
};

export function CandidatePart({ candidate, isTitle, onNext, onDecided }: Props) {
  const seen = useSeenPage(candidate);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const changed = new Set(seen.changes?.answers.map(({ label }) => label));
  return (
    <>
      <div className={classes.sheet}>
        <CandidateSheet
          candidate={candidate}
          changed={changed}
          heading={heading}
          isTitle={isTitle}
          notice={
            seen.changes && candidate.waitsFor ? (
              <ChangesNotice changes={seen.changes} onSeen={seen.accept} />
            ) : null
          }
        />
      </div>
      <div className={classes.decision} id={decisionId}>
        {candidate.waitsFor ? (
          <DecisionForm
            candidate={candidate}
            isHeldUp={seen.changes !== undefined}
            onDecided={(choice) => {
              showToast(done[choice]);
              onDecided();
            }}
          />
        ) : (
          <NoLongerWaiting candidate={candidate} onNext={onNext} />
        )}
        <Button variant="subtle" size="compact-md" onClick={() => window.print()}>
          Print this page
        </Button>
      </div>
      <PrintSheet>
        <PrintedCandidate candidate={candidate} />
      </PrintSheet>
    </>
  );
}

function NoLongerWaiting({ candidate, onNext }: Pick<Props, "candidate" | "onNext">) {
  const last = candidate.reviews.findLast(({ decision }) => decision !== null);
  return (
    <div className={classes.over} role="status">
      <h3>Nothing to decide</h3>
      <p>
        {last?.decision && last.state === "decided"
          ? `${last.decidedByName ?? "Somebody"} decided: ${reviewDecisionLabels[last.decision].toLowerCase()}.`
          : "This candidate was taken back."}
      </p>
      {onNext ? <Button onClick={onNext}>Next candidate</Button> : null}
    </div>
  );
}

function PrintedCandidate({ candidate }: { candidate: Candidate }) {
  const me = useMe();
  const now = useNow();
  return (
    <>
      <CandidateSheet candidate={candidate} />
      <p className={classes.printed}>
        Printed by {me.name}, {zonedTimeWords(now.toISOString(), candidate.timeZone)} · times of the
        page as in {zoneWords(Intl.DateTimeFormat().resolvedOptions().timeZone)} · page{" "}
        {candidate.contentSha256.slice(0, 12)}
      </p>
    </>
  );
}
