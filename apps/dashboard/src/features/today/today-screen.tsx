// Today: one lead at a time. What a key does to it, and what then comes, is put together here.

import type { ReactNode } from "react";
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState, ErrorState } from "../../components/states";
import { countWords } from "../../lib/count-words";
import { LastLogged } from "./last-logged";
import { LeadInFront } from "./lead-in-front";
import type { LeadView } from "./lead-types";
import { QueueEmpty } from "./queue-empty";
import { TodayLoading } from "./today-loading";
import classes from "./today-screen.module.css";
import { useToday } from "./use-today";

type Queue = ReturnType<typeof useToday>["queue"];

/** Beyond this the server does not count on. */

/** What the route puts in while the study's questions are asked; `onMoved`: the answers led on. */
export type QuestionsSlot = (lead: LeadView, onMoved: (moved: LeadView) => void) => ReactNode;

/** What the route puts around the words of a lead: they carry the reader's notes. */
export type NotesSlot = (lead: LeadView, children: ReactNode) => ReactNode;

interface Props {
  questions: QuestionsSlot;
  notes: NotesSlot;
}

export function TodayScreen({ questions, notes }: Props) {
  const today = useToday();
  const { queue } = today;

  return (
    <div className={classes.screen} data-today>
      <ScreenHeader title="Today" detail={<QueueWords counts={queue.counts} />} />
      {queue.shown ? (
        <LeadInFront
          key={queue.shown.lead.id}
          shown={queue.shown}
          today={today}
          questions={questions}
          notes={notes}
        />
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
        <QueueEmpty today={today} />
      )}
      <LastLogged
        last={today.lastDone}
        isInFront={today.step?.spoken !== undefined}
        onChange={today.changeNextTry}
      />
    </div>
  );
}

function QueueWords({ counts }: { counts: Queue["counts"] }) {
  if (!counts) return null;
  const { waiting, pastPromise, skippedLeadIds, appointments } = counts;
  const parts = [
    `${countWords(waiting)} waiting`,
    ...(pastPromise > 0 ? [`${pastPromise.toLocaleString("en")} past the promised time`] : []),
    ...(appointments > 0 ? [`${appointments.toLocaleString("en")} to call at a set time`] : []),
    ...(skippedLeadIds.length > 0 ? [`${skippedLeadIds.length.toString()} put aside`] : []),
  ];
  return <span role="status">{parts.join(" · ")}</span>;
}
