// The investigator's desk: who waits at the left, the candidate on one page, the decision beside it. On a
// phone one below the other, with the way back to the queue.
import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { useKeys } from "../../lib/keys/use-keys";
import { decidesOnCandidates, useMe } from "../../lib/me";
import { useTRPC } from "../../lib/trpc";
import { CandidatePart, decisionId } from "./candidate-part";
import { ReviewQueue } from "./review-queue";
import classes from "./review-screen.module.css";

interface Props {
  leadId: number | undefined;
}

export function ReviewScreen({ leadId }: Props) {
  if (decidesOnCandidates(useMe())) return <Review leadId={leadId} />;
  return (
    <>
      <ScreenHeader title="Review" />
      <EmptyState title="Candidates are decided on by investigators">
        You hold no investigator’s role at any site. What was decided about a lead stands in the
        lead itself.
      </EmptyState>
    </>
  );
}

function Review({ leadId }: Props) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const asked = useQuery(trpc.reviews.queue.queryOptions());
  const hasRoom = useMediaQuery("(min-width: 1080px)", false, { getInitialValueInEffect: false });
  const queue = asked.data;
  const candidates = queue?.candidates ?? [];
  const at = candidates.findIndex((each) => each.leadId === leadId);
  const firstId = candidates[0]?.leadId;

  const open = (lead: number | undefined, replace = false) =>
    void navigate({ to: "/review", search: lead === undefined ? {} : { lead }, replace });
  const move = (step: 1 | -1) => {
    const next = candidates[at < 0 ? 0 : at + step];
    if (next) open(next.leadId);
  };
  // Put into the address: whoever is read stays, whoever else is decided on meanwhile.
  useEffect(() => {
    if (!hasRoom || leadId !== undefined || firstId === undefined) return;
    void navigate({ to: "/review", search: { lead: firstId }, replace: true });
  }, [hasRoom, leadId, firstId, navigate]);
  useKeys("Review", [
    { keys: "j", name: "Next candidate", run: () => move(1), repeats: true },
    { keys: "k", name: "Previous candidate", run: () => move(-1), repeats: true },
    ...(leadId === undefined || hasRoom
      ? []
      : [{ keys: "Escape", name: "Back to the queue", run: () => open(undefined) }]),
  ]);

  const others = candidates.filter((each) => each.leadId !== leadId);
  const next = (at < 0 ? others : [...candidates.slice(at + 1), ...candidates.slice(0, at)])[0];
  return (
    <div className={classes.screen} data-open={leadId !== undefined}>
      <section className={classes.queue} aria-label="Queue">
        <ScreenHeader title="Review" detail={queue ? String(queue.total) : null} />
        {queue && candidates.length > 0 ? <ReviewQueue queue={queue} leadId={leadId} /> : null}
        {queue && candidates.length === 0 ? (
          <EmptyState title="Nobody is waiting">
            Candidates whose every criterion was answered come here, sent by a coordinator of your
            site.
          </EmptyState>
        ) : null}
        {!queue && asked.error ? (
          <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
        ) : null}
        {queue || asked.error ? null : <LoadingRows rows={5} height={64} />}
      </section>
      {leadId === undefined ? null : (
        <div className={classes.candidate}>
          <div className={classes.back}>
            <Link to="/review">‹ Queue</Link>
            <Button variant="subtle" size="compact-md" onClick={showDecision}>
              Decide
            </Button>
          </div>
          <OpenCandidate
            key={leadId}
            leadId={leadId}
            isTitle={!hasRoom}
            onNext={next ? () => open(next.leadId) : undefined}
            onDecided={() => open(next?.leadId)}
          />
        </div>
      )}
    </div>
  );
}

/** Where it stands below a long page. */
function showDecision() {
  document.getElementById(decisionId)?.scrollIntoView({ block: "start" });
}

interface OpenProps {
  leadId: number;
  isTitle: boolean;
  onNext: (() => void) | undefined;
  onDecided: () => void;
}

function OpenCandidate({ leadId, ...ways }: OpenProps) {
  const trpc = useTRPC();
  const asked = useQuery(
    trpc.reviews.candidate.queryOptions({ leadId }, { refetchOnMount: "always" }),
  );
  // What was read before may be old by now: nobody is shown that and then told that it changed.
  if (asked.data && asked.isFetchedAfterMount)
    return <CandidatePart candidate={asked.data} {...ways} />;
  if (asked.error) {
    return (
      <ErrorState
        error={asked.error}
        title="This candidate could not be opened"
        onRetry={() => void asked.refetch()}
      />
    );
  }
  return <LoadingRows rows={10} />;
}
