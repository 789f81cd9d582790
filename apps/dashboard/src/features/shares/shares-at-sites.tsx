// For a site's admins: that something was shared, by whom, when and on which lead. What it holds and how
// its owner calls it is not theirs to see; ending it is.

import { Button } from "@mantine/core";
import { shareStateLabels } from "@studydesk/domain/shares/share-state";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { HeldList } from "../../components/held-list";
import { NextPage } from "../../components/next-page";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { DotBadge } from "../../components/status-badge";
import { When } from "../../components/when";
import { errorSentence } from "../../lib/error-sentence";
import { showToast } from "../../lib/toasts";
import { type RouterOutputs, useTRPC } from "../../lib/trpc";
import { HomeLink } from "./home-link";
import { shareTones } from "./share-states";
import classes from "./shares-list.module.css";

type SiteShare = RouterOutputs["shares"]["atSites"]["rows"][number];

export function SharesAtSites() {
  const trpc = useTRPC();
  const shares = useInfiniteQuery(
    trpc.shares.atSites.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor }),
  );
  if (shares.isPending) return <LoadingRows rows={4} height={96} />;
  if (shares.error && !shares.data) {
    return <ErrorState error={shares.error} onRetry={() => void shares.refetch()} />;
  }
  const rows = shares.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) {
    return (
      <EmptyState title="Nothing was shared at your sites">
        When somebody of your team shares a note by link, it is listed here, and you can end it. Its
        content is sealed: nobody but its author and the recipient reads it.
      </EmptyState>
    );
  }
  return (
    <section className={classes.shares} aria-label="Shared at your sites">
      <HeldList className={classes.list}>
        {rows.map((share) => (
          <SiteShareRow key={share.id} share={share} />
        ))}
      </HeldList>
      <NextPage pages={shares}>Show older ones</NextPage>
    </section>
  );
}

function SiteShareRow({ share }: { share: SiteShare }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const revoke = useMutation(
    trpc.shares.revokeAtSite.mutationOptions({
      onSuccess: () => showToast(`Revoked. Tell ${share.ownerName}: the link no longer opens.`),
      onError: (error) => showToast(errorSentence(error), { tone: "bad" }),
      onSettled: () => queryClient.invalidateQueries(trpc.shares.pathFilter()),
    }),
  );
  return (
    <li className={classes.share}>
      <p className={classes.name}>
        <strong dir="auto">{share.ownerName}</strong>
        <HomeLink home={share.home} title={share.homeTitle} />
      </p>
      <div className={classes.head}>
        <DotBadge tone={shareTones[share.state]}>{shareStateLabels[share.state]}</DotBadge>
        <span className={classes.quiet}>
          {share.siteName === null ? null : `${share.siteName} · `}
          made <When at={share.createdAt} />
        </span>
      </div>
      <p>
        Opened {share.views} of {share.maxViews} times
        {share.state === "active" ? (
          <>
            {" "}
            · opens until <When at={share.expiresAt} style="planned" />
          </>
        ) : null}
      </p>
      {share.state === "active" ? (
        <div className={classes.actions}>
          <Button
            variant="default"
            size="compact-sm"
            loading={revoke.isPending}
            onClick={() => revoke.mutate({ shareId: share.id })}
          >
            Revoke
          </Button>
        </div>
      ) : null}
    </li>
  );
}
