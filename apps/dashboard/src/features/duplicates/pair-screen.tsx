// Two leads side by side: whether they are one person, and if so, what of each goes on.

import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { reasonWords } from "../../lib/duplicate-words";
import { isStale, refusalOf } from "../../lib/error-sentence";
import { useKeys } from "../../lib/keys/use-keys";
import { useTRPC } from "../../lib/trpc";
import { MergeForm } from "./merge-form";
import classes from "./pair-screen.module.css";

interface Props {
  leadA: number;
  leadB: number;
}

export function PairScreen({ leadA, leadB }: Props) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const asked = useQuery(
    trpc.duplicates.compare.queryOptions(
      { leadA, leadB },
      { retry: (count, error) => !refusalOf(error) && !isStale(error) && count < 2 },
    ),
  );
  const back = () => void navigate({ to: "/duplicates" });
  useKeys("Two leads", [{ keys: "Escape", name: "Back to the pairs", run: back }]);
  const pair = asked.data;
  return (
    <div className={classes.screen}>
      <nav className={classes.crumb} aria-label="Back">
        <Link to="/duplicates">‹ All pairs</Link>
      </nav>
      <ScreenHeader
        title={`Leads ${leadA} and ${leadB}`}
        detail={pair ? reasonWords(pair.reasons) : undefined}
      >
        {pair?.reasons.includes("maybe_family") ? (
          <p className={classes.family}>
            May be a family that shares a telephone or an address: make sure before they are merged.
          </p>
        ) : null}
      </ScreenHeader>
      {pair === undefined ? (
        asked.error ? (
          <ErrorState
            error={asked.error}
            title="These leads could not be compared"
            {...(refusalOf(asked.error) ? {} : { onRetry: () => void asked.refetch() })}
          />
        ) : (
          <LoadingRows rows={10} />
        )
      ) : pair.state === "open" &&
        pair.leads.every(({ merge, erasedAt }) => !merge && !erasedAt) ? (
        <MergeForm pair={pair} onDone={back} />
      ) : (
        <EmptyState
          title={pair.state === "different" ? "These are two people" : "This was decided"}
        >
          {pair.state === "different"
            ? "Somebody said so, and the pair is not offered again. "
            : "One of the two rests or was erased. "}
          Look at{" "}
          <Link to="/leads/$leadId" params={{ leadId: leadA }}>
            lead {leadA}
          </Link>{" "}
          or{" "}
          <Link to="/leads/$leadId" params={{ leadId: leadB }}>
            lead {leadB}
          </Link>
          .
        </EmptyState>
      )}
    </div>
  );
}
