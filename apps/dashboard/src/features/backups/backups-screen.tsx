// How old the last good backup is, who makes them, and what became of each; the owner can make one at once.
import { Button, Progress } from "@mantine/core";
import { backupProblemWords, backupStepWords } from "@studydesk/domain/backups/backup";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState, ErrorNote, ErrorState, LoadingRows } from "../../components/states";
import { When } from "../../components/when";
import { useMe } from "../../lib/me";
import { type RouterOutputs, useTRPC } from "../../lib/trpc";
import { BackupList } from "./backup-list";
import classes from "./backups.module.css";
import { ReplacedDatabases } from "./replaced-databases";

type State = RouterOutputs["backups"]["read"];

const whileRunningMs = 1000;

export function BackupsScreen() {
  const me = useMe();
  if (me.abilities.canSeeBackups) return <Backups />;
  return (
    <>
      <ScreenHeader title="Backups" />
      <EmptyState title="Backups are looked after by admins">
        The owner and the admins of a site see here whether there is a good one. Ask one of them.
      </EmptyState>
    </>
  );
}

function Backups() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(
    trpc.backups.read.queryOptions(undefined, {
      refetchInterval: ({ state }) => (state.data?.running ? whileRunningMs : false),
    }),
  );
  const start = useMutation(
    trpc.backups.start.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.backups.pathFilter()),
    }),
  );
  return (
    <>
      <ScreenHeader
        title="Backups"
        actions={
          data?.canStart ? (
            <Button
              disabled={data.running !== null}
              loading={start.isPending}
              onClick={() => start.mutate()}
            >
              Back up now
            </Button>
          ) : undefined
        }
      />
      {!data && error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingRows /> : null}
      {data ? (
        <section className={classes.head} aria-label="The last good backup">
          {start.error ? <ErrorNote error={start.error} /> : null}
          <LastGood data={data} />
          <p className={classes.quiet}>{planWords(data)}</p>
          <ReplacedDatabases {...data} />
          {data.running ? <Running {...data.running} /> : null}
        </section>
      ) : null}
      {data && data.rows.length > 0 ? (
        <BackupList rows={data.rows} rotates={data.schedule !== null} />
      ) : null}
    </>
  );
}

function LastGood({ data: { lastGoodAt, madeBy, restored, rows } }: { data: State }) {
  const [last] = rows;
  if (madeBy === "by_others" && !lastGoodAt) {
    return <p className={classes.last}>Backups are made by whoever runs the database</p>;
  }
  return (
    <>
      <p className={classes.last}>
        {lastGoodAt ? (
          <>
            Last good backup: <When at={lastGoodAt} />, verified
          </>
        ) : restored ? (
          "No backup yet since one was put back"
        ) : (
          "No good backup yet"
        )}
      </p>
      {last?.problem ? (
        <p className={classes.bad} role="alert">
          The one of <When at={last.endedAt} /> failed. {backupProblemWords[last.problem]}
        </p>
      ) : null}
    </>
  );
}

function Running({ step, share }: NonNullable<State["running"]>) {
  return (
    <div className={classes.running}>
      <p role="status">{backupStepWords[step]}</p>
      <Progress aria-label="Done of this step" value={share * 100} />
    </div>
  );
}

function planWords({ madeBy, schedule }: State): string {
  if (madeBy === "by_others") {
    return "This desk runs on PostgreSQL, whose own tools back it up; pnpm studydesk backup says how. It cannot be seen from here whether that is done.";
  }
  if (!schedule) {
    return "This server makes none by itself. Whoever runs it sets STUDYDESK_BACKUP_DIR to a folder on another disk, or runs pnpm studydesk backup each day.";
  }
  const { everyHours, keep, isEncrypted } = schedule;
  const often = everyHours === 1 ? "every hour" : `every ${everyHours} hours`;
  const [days, weeks, months] = keep.split("/");
  return `The server makes one ${often}, ${isEncrypted ? "encrypted" : "not encrypted"}. It keeps those of the last ${days} days, ${weeks} weeks and ${months} months. The secret and the keys of notes are not in them: whoever runs the server keeps copies of both elsewhere.`;
}
