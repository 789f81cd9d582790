// What came back from outside and waits for its owner: sealed to their browsers, so this one opens it or says
// which one can.

import { Button } from "@mantine/core";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { HeldList } from "../../components/held-list";
import { NextPage } from "../../components/next-page";
import { ErrorState, LoadingRows } from "../../components/states";
import { errorSentence } from "../../lib/error-sentence";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import { useLateDelete } from "../../lib/use-late-delete";
import { homeFilter } from "./home-filter";
import type { ReceivedNote } from "./opened-note";
import { ReceivedRow } from "./received-row";
import classes from "./shares-list.module.css";
import { keepsNothing, type ReplyKeys, useReplyKeys } from "./use-reply-keys";

interface Props {
  /** Undefined: all of them, each with what it is about. */
  home?: NoteHome;
  /** Without it, nothing is shown where there are none. */
  empty?: ReactNode;
}

export function ReceivedNotes({ home, empty }: Props) {
  const trpc = useTRPC();
  const received = useInfiniteQuery(
    trpc.shares.received.infiniteQueryOptions(homeFilter(home), {
      getNextPageParam: (page) => page.nextCursor,
    }),
  );
  const { hidden, deleteLater } = useDeleteReceived();
  const all = received.data?.pages.flatMap((page) => page.rows) ?? [];
  const rows = all.filter(({ id }) => !hidden.has(id));
  // Whoever looks in the list of all makes this browser one of those that open what comes next.
  const { keys, problem, tryAgain } = useKeys(home === undefined || rows.length > 0);
  if (received.isPending) return home ? null : <LoadingRows rows={3} height={110} />;
  if (received.error && !received.data) {
    return <ErrorState error={received.error} onRetry={() => void received.refetch()} />;
  }
  if (rows.length === 0) return empty ?? null;
  return (
    <section className={classes.shares} aria-label="Received from outside">
      {home ? <h2 className={classes.title}>Received from outside</h2> : null}
      {problem === undefined ? null : (
        <div className={classes.alarm} role="alert">
          <p>{problem}</p>
          <Button variant="default" size="compact-sm" onClick={tryAgain}>
            Try again
          </Button>
        </div>
      )}
      {keys ? (
        <HeldList className={classes.list}>
          {rows.map((row) => (
            <ReceivedRow
              key={row.id}
              received={row}
              keys={keys}
              showsHome={home === undefined}
              onDelete={() => deleteLater(row)}
            />
          ))}
        </HeldList>
      ) : problem === undefined ? (
        <LoadingRows rows={rows.length} height={110} />
      ) : null}
      <NextPage pages={received}>Show older ones</NextPage>
    </section>
  );
}

function useDeleteReceived() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const remove = useMutation(
    trpc.shares.deleteReceived.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.shares.pathFilter()),
    }),
  );
  const late = useLateDelete<ReceivedNote>(
    ({ id }) =>
      remove.mutate(
        { receivedId: id },
        {
          onError: (error) => {
            late.show(id);
            showToast(`It is still here. ${errorSentence(error)}`, { tone: "bad" });
          },
        },
      ),
    "Deleted.",
  );
  return late;
}

function useKeys(isNeeded: boolean) {
  const replyKeys = useReplyKeys();
  const [keys, setKeys] = useState<ReplyKeys>();
  const [problem, setProblem] = useState<string>();
  const ask = useCallback(
    () =>
      replyKeys().then(
        (found) => {
          setKeys(found);
          setProblem(found ? undefined : keepsNothing);
        },
        (error: unknown) => setProblem(errorSentence(error)),
      ),
    [replyKeys],
  );
  useEffect(() => {
    if (isNeeded) void ask();
  }, [isNeeded, ask]);
  return { keys, problem, tryAgain: () => void ask() };
}
