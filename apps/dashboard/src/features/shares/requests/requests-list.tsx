// One's own requests for notes: whether they still take some, how many came, and ending one.

import { Button } from "@mantine/core";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { HeldList } from "../../../components/held-list";
import { NextPage } from "../../../components/next-page";
import { ErrorState, LoadingRows } from "../../../components/states";
import { DotBadge } from "../../../components/status-badge";
import { When } from "../../../components/when";
import { errorSentence } from "../../../lib/error-sentence";
import { showToast } from "../../../lib/toasts";
import { useTRPC } from "../../../lib/trpc";
import { homeFilter } from "../home-filter";
import { HomeLink } from "../home-link";
import classes from "../shares-list.module.css";
import { cameWords, type NoteRequest, requestStateWords } from "./request-states";

interface Props {
  /** Undefined: all of them, each with what it is about. */
  home: NoteHome | undefined;
  /** Without it, nothing is shown where there are none. */
  empty?: ReactNode;
}

export function RequestsList({ home, empty }: Props) {
  const requests = useInfiniteQuery(
    useTRPC().shares.requests.infiniteQueryOptions(homeFilter(home), {
      getNextPageParam: (page) => page.nextCursor,
    }),
  );
  if (requests.isPending) return home ? null : <LoadingRows rows={3} height={96} />;
  if (requests.error && !requests.data) {
    return <ErrorState error={requests.error} onRetry={() => void requests.refetch()} />;
  }
  const rows = requests.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return empty ?? null;
  return (
    <>
      <HeldList className={classes.list}>
        {rows.map((request) => (
          <RequestRow key={request.id} request={request} showsHome={home === undefined} />
        ))}
      </HeldList>
      <NextPage pages={requests}>Show older ones</NextPage>
    </>
  );
}

function RequestRow({ request, showsHome }: { request: NoteRequest; showsHome: boolean }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const revoke = useMutation(
    trpc.shares.revokeRequest.mutationOptions({
      onSuccess: () => showToast("Revoked. The link takes no notes any more; what came stays."),
      onError: (error) => showToast(errorSentence(error), { tone: "bad" }),
      onSettled: () => queryClient.invalidateQueries(trpc.shares.pathFilter()),
    }),
  );
  const { id, label, home, homeTitle, state, createdAt, expiresAt, revokedBecause } = request;
  const hasLabel = label !== null && label !== "";
  const shown = requestStateWords[state];
  return (
    <li className={classes.share}>
      {hasLabel || showsHome ? (
        <p className={classes.name}>
          {hasLabel ? <strong dir="auto">{label}</strong> : null}
          {showsHome ? <HomeLink home={home} title={homeTitle} /> : null}
        </p>
      ) : null}
      <div className={classes.head}>
        <DotBadge tone={shown.tone}>{shown.label}</DotBadge>
        <span className={classes.quiet}>
          made <When at={createdAt} />
        </span>
      </div>
      <p>
        {cameWords(request)}
        {state === "active" ? (
          <>
            {" "}
            · open until <When at={expiresAt} style="planned" />
          </>
        ) : null}
      </p>
      {revokedBecause === "admin" ? (
        <p className={classes.alarm}>
          An admin of the site ended it. Ask them before you make a new link.
        </p>
      ) : null}
      {state === "active" ? (
        <div className={classes.actions}>
          <Button
            variant="default"
            size="compact-sm"
            loading={revoke.isPending}
            onClick={() => revoke.mutate({ requestId: id })}
          >
            Revoke
          </Button>
        </div>
      ) : null}
    </li>
  );
}
