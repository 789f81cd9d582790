// Jobs over many leads as they go on, in every tab and after a reload: progress in numbers, a way to stop,
// who stayed as they were and why, and one way to take back the whole.
import { Button, Progress } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { errorSentence } from "../../../lib/error-sentence";
import { useMe } from "../../../lib/me";
import { showToast } from "../../../lib/toasts";
import { useTRPC } from "../../../lib/trpc";
import { useNow } from "../../../lib/use-now";
import { JobRefusals } from "./job-refusals";
import { endedWords, type Job, taskWords } from "./job-words";
import { markRead, useReadUpTo } from "./jobs-read";
import classes from "./selection.module.css";
import { useColleagues } from "./use-colleagues";

/** The stream tells of progress; this is for when it is lost. */
const lookAgainMs = 2_000;
const staysMs = 3_600_000;

export function JobBar() {
  const trpc = useTRPC();
  const now = useNow();
  const readUpTo = useReadUpTo();
  const jobs = useQuery(
    trpc.bulk.list.queryOptions(undefined, {
      refetchInterval: ({ state }) =>
        state.data?.some(({ status }) => status === "running") ? lookAgainMs : false,
    }),
  ).data;
  const [newest] = jobs ?? [];
  const shown = (jobs ?? []).filter(
    (job) => job.status === "running" || (job === newest && job.id > readUpTo && isFresh(job, now)),
  );
  if (shown.length === 0) return null;
  return (
    <section className={classes.jobs} aria-label="Work on many leads">
      {shown.map((job) => (
        <JobLine key={job.id} job={job} />
      ))}
    </section>
  );
}

function isFresh({ endedAt }: Job, now: Date): boolean {
  return endedAt !== null && Date.parse(endedAt) > now.getTime() - staysMs;
}

function JobLine({ job }: { job: Job }) {
  const me = useMe();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const now = useNow();
  const colleagues = useColleagues();
  const [isListOpen, setListOpen] = useState(false);
  const answered = {
    onSuccess: () => queryClient.invalidateQueries(trpc.bulk.pathFilter()),
    onError: (error: unknown) => void showToast(errorSentence(error), { tone: "bad" }),
  };
  const stop = useMutation(trpc.bulk.stop.mutationOptions(answered));
  const undo = useMutation(trpc.bulk.undo.mutationOptions(answered));
  const nameOf = (id: string) =>
    id === me.userId
      ? "you"
      : (colleagues.find(({ userId }) => userId === id)?.name ?? "a colleague");

  const words = taskWords(job, now, nameOf);
  const isRunning = job.status === "running";
  const worked = job.done + job.refused + job.unchanged;
  const count = `${worked.toLocaleString("en")} of ${job.total.toLocaleString("en")}`;
  return (
    <div className={classes.job}>
      <p className={classes.said} role="status">
        {isRunning ? words.doing : endedWords(job, words)}
      </p>
      {isRunning ? (
        <>
          <Progress
            className={classes.progress}
            value={job.total === 0 ? 0 : (worked / job.total) * 100}
            aria-label={words.doing}
          />
          <span className={classes.count}>{count}</span>
        </>
      ) : null}
      {job.refused + job.partly > 0 ? (
        <Button variant="subtle" size="compact-md" onClick={() => setListOpen(true)}>
          Show the {(job.refused + job.partly).toLocaleString("en")}
        </Button>
      ) : null}
      {isRunning ? (
        <Button
          variant="default"
          size="compact-md"
          loading={stop.isPending}
          onClick={() => stop.mutate({ jobId: job.id })}
        >
          Stop
        </Button>
      ) : (
        <>
          {job.canUndo && job.done > 0 ? (
            <Button
              variant="default"
              size="compact-md"
              loading={undo.isPending}
              onClick={() => undo.mutate({ jobId: job.id })}
            >
              {job.task.kind === "undo" ? "Do it again" : "Undo"}
            </Button>
          ) : null}
          <Button variant="subtle" size="compact-md" onClick={() => markRead(job.id)}>
            Close
          </Button>
        </>
      )}
      {isListOpen ? <JobRefusals job={job} onClose={() => setListOpen(false)} /> : null}
    </div>
  );
}
