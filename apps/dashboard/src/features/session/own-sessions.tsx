// Where one is signed in: each session can be ended, or all but this one at once.
import { Button } from "@mantine/core";
import { idleHours, sessionHours } from "@studydesk/domain/people/session-life";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ErrorState, LoadingRows } from "../../components/states";
import { When } from "../../components/when";
import { errorSentence } from "../../lib/error-sentence";
import { exactWords } from "../../lib/time-words";
import { showToast } from "../../lib/toasts";
import { type RouterOutputs, useTRPC } from "../../lib/trpc";
import classes from "./account-screen.module.css";

type Session = RouterOutputs["people"]["sessions"]["list"]["sessions"][number];

export function OwnSessions() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sessions = useQuery(trpc.people.sessions.list.queryOptions());
  const reload = () => void queryClient.invalidateQueries(trpc.people.sessions.list.queryFilter());
  const onError = (error: unknown) => {
    showToast(errorSentence(error), { tone: "bad" });
    reload();
  };

  const revoke = useMutation(
    trpc.people.sessions.revoke.mutationOptions({
      onSuccess() {
        showToast("That session is signed out.");
        reload();
      },
      onError,
    }),
  );
  const revokeOthers = useMutation(
    trpc.people.sessions.revokeOthers.mutationOptions({
      onSuccess({ revoked }) {
        showToast(
          revoked === 0
            ? "You were signed in nowhere else."
            : `Signed out ${revoked.toString()} other ${revoked === 1 ? "session" : "sessions"}.`,
        );
        reload();
      },
      onError,
    }),
  );

  if (sessions.isError) {
    return <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />;
  }
  const list = sessions.data?.sessions;
  return (
    <section className={classes.section} aria-labelledby="sessions">
      <h2 id="sessions" className={classes.title}>
        Where you are signed in
      </h2>
      <p className={classes.hint}>
        A session ends by itself after {sessionHours} hours, or after {idleHours} in which nothing
        was asked. Do you not know one of these? End it, then change your password.
      </p>
      {list ? (
        <ul className={classes.sessions}>
          {list.map((session, at) => (
            <SessionLine
              key={session.id}
              number={at + 1}
              session={session}
              isEnding={revoke.isPending && revoke.variables.sessionId === session.id}
              onEnd={() => revoke.mutate({ sessionId: session.id })}
            />
          ))}
        </ul>
      ) : (
        <LoadingRows rows={2} height={56} />
      )}
      {list && list.length > 1 ? (
        <div>
          <Button
            variant="default"
            loading={revokeOthers.isPending}
            onClick={() => revokeOthers.mutate()}
          >
            Sign out everywhere else
          </Button>
        </div>
      ) : null}
    </section>
  );
}

interface LineProps {
  /** From above: one browser may be signed in several times. */
  number: number;
  session: Session;
  isEnding: boolean;
  onEnd: () => void;
}

function SessionLine({ number, session, isEnding, onEnd }: LineProps) {
  return (
    <li className={classes.session}>
      <div>
        <span className={classes.browser}>{session.browser}</span>
        {session.isCurrent ? <span className={classes.here}>this one</span> : null}
        <div className={classes.hint}>
          signed in <When at={session.createdAt} />
          {session.network ? ` from ${session.network}` : ""} · ends <When at={session.expiresAt} />
        </div>
      </div>
      {session.isCurrent ? null : (
        <Button
          variant="default"
          size="compact-md"
          loading={isEnding}
          onClick={onEnd}
          aria-label={`Sign out session ${number}: ${session.browser}, signed in ${exactWords(session.createdAt)}`}
        >
          Sign out
        </Button>
      )}
    </li>
  );
}
