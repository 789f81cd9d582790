// Today: one lead at a time. What a key does to it, and what then comes, is put together here.
import { useQuery } from "@tanstack/react-query";
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState, ErrorState } from "../../components/states";
import { useTRPC } from "../../lib/trpc";
import { LastLogged } from "./last-logged";
import { LeadInFront } from "./lead-in-front";
import { QueueEmpty } from "./queue-empty";
import { TodayLoading } from "./today-loading";
import classes from "./today-screen.module.css";
import { useToday } from "./use-today";

export function TodayScreen() {
  const trpc = useTRPC();
  const today = useToday();
  const counts = useQuery(trpc.leads.counts.queryOptions());
  const { queue } = today;

  return (
    <div className={classes.screen}>
      <ScreenHeader
        title="Today"
        detail={<QueueWords waiting={queue.waiting} pastPromise={counts.data?.pastPromise} />}
      />
      {queue.shown ? (
        <LeadInFront key={queue.shown.lead.id} shown={queue.shown} today={today} />
      ) : queue.isPaused ? (
        <EmptyState title="The next lead comes when you are online again">
          It could not be loaded without a connection. What you logged is kept.
        </EmptyState>
      ) : queue.isLoading ? (
        <TodayLoading />
      ) : queue.error ? (
        <ErrorState
          error={queue.error}
          onRetry={queue.retry}
          title="The queue could not be loaded"
        />
      ) : (
        <QueueEmpty skippedCount={queue.skippedCount} onBringBack={queue.bringBackSkipped} />
      )}
      <LastLogged
        last={today.lastLogged}
        isInFront={today.spokenWith !== undefined}
        onChange={today.changeNextTry}
      />
    </div>
  );
}

interface QueueWordsProps {
  waiting: number | undefined;
  pastPromise: number | undefined;
}

function QueueWords({ waiting, pastPromise }: QueueWordsProps) {
  if (waiting === undefined) return null;
  const late = pastPromise ? ` · ${pastPromise.toLocaleString("en")} past the promised time` : "";
  return <span role="status">{`${waiting.toLocaleString("en")} waiting${late}`}</span>;
}
