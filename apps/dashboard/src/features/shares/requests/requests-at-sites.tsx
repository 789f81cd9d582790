// For a site's admins: that somebody outside was asked for a note, by whom, when and about which lead. What is
// asked for, what came and how its owner calls it is not theirs to see; ending it is.

import { Button } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { HeldList } from "../../../components/held-list";
import { NextPage } from "../../../components/next-page";
import { ErrorState } from "../../../components/states";
import { DotBadge } from "../../../components/status-badge";
import { When } from "../../../components/when";
import { errorSentence } from "../../../lib/error-sentence";
import { showToast } from "../../../lib/toasts";
import { type RouterOutputs, useTRPC } from "../../../lib/trpc";
import { HomeLink } from "../home-link";
import classes from "../shares-list.module.css";
import { cameWords, requestStateWords } from "./request-states";

type SiteRequest = RouterOutputs["shares"]["requestsAtSites"]["rows"][number];

export function RequestsAtSites() {
  const requests = useInfiniteQuery(
    useTRPC().shares.requestsAtSites.infiniteQueryOptions(
      {},
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  if (requests.error && !requests.data) {
    return <ErrorState error={requests.error} onRetry={() => void requests.refetch()} />;
  }
  const rows = requests.data?.pages.flatMap((page) => page.rows) ?? [];
  if (rows.length === 0) return null;
  return (
    <section className={classes.shares} aria-label="Notes asked for at your sites">
      <h2 className={classes.title}>Notes asked for</h2>
      <HeldList className={classes.list}>
        {rows.map((request) => (
          <SiteRequestRow key={request.id} request={request} />
        ))}
      </HeldList>
      <NextPage pages={requests}>Show older ones</NextPage>
    </section>
  );
}

function SiteRequestRow({ request }: { request: SiteRequest }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { id, ownerName, home, homeTitle, siteName, state, createdAt, expiresAt } = request;
  const revoke = useMutation(
    trpc.shares.revokeRequestAtSite.mutationOptions({
      onSuccess: () => showToast(`Revoked. Tell ${ownerName}: the link takes no notes any more.`),
      onError: (error) => showToast(errorSentence(error), { tone: "bad" }),
      onSettled: () => queryClient.invalidateQueries(trpc.shares.pathFilter()),
    }),
  );
  const shown = requestStateWords[state];
  return (
    <li className={classes.share}>
      <p className={classes.name}>
        <strong dir="auto">{ownerName}</strong>
        <HomeLink home={home} title={homeTitle} />
      </p>
      <div className={classes.head}>
        <DotBadge tone={shown.tone}>{shown.label}</DotBadge>
        <span className={classes.quiet}>
          {siteName === null ? null : `${siteName} · `}
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
