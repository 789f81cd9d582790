// One's own shares: whether they still open, when they were opened, and the ways to end or renew them.

import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { HeldList } from "../../components/held-list";
import { NextPage } from "../../components/next-page";
import { ErrorState, LoadingRows } from "../../components/states";
import { useTRPC } from "../../lib/trpc";
import { homeFilter } from "./home-filter";
import { ReissueDialog } from "./reissue-dialog";
import { ShareRow } from "./share-row";
import type { Share } from "./share-types";
import classes from "./shares-list.module.css";

interface Props {
  /** Undefined: all of them, each with what it is on. */
  home: NoteHome | undefined;
  /** Without it, nothing is shown where there are none. */
  empty?: ReactNode;
}

export function SharesList({ home, empty }: Props) {
  const trpc = useTRPC();
  const [replaced, setReplaced] = useState<Share>();
  const shares = useInfiniteQuery(
    trpc.shares.list.infiniteQueryOptions(homeFilter(home), {
      getNextPageParam: (page) => page.nextCursor,
    }),
  );
  const rows = shares.data?.pages.flatMap((page) => page.rows) ?? [];
  if (shares.isPending) return <LoadingRows rows={home ? 1 : 4} height={home ? 44 : 110} />;
  if (shares.error && !shares.data) {
    return <ErrorState error={shares.error} onRetry={() => void shares.refetch()} />;
  }
  if (rows.length === 0) return empty ?? null;
  return (
    <section className={classes.shares} aria-label="Shared by you">
      {home ? <h2 className={classes.title}>Shared by you</h2> : null}
      <HeldList className={classes.list}>
        {rows.map((share) => (
          <ShareRow
            key={share.id}
            share={share}
            showsHome={home === undefined}
            onReissue={isReachable(share) ? () => setReplaced(share) : undefined}
          />
        ))}
      </HeldList>
      <NextPage pages={shares}>Show older ones</NextPage>
      {replaced ? (
        <ReissueDialog key={replaced.id} share={replaced} onClose={() => setReplaced(undefined)} />
      ) : null}
    </section>
  );
}

/** Of a lead that was erased, or that one no longer sees, there is no note to share. */
function isReachable({ homeTitle }: Share): boolean {
  return homeTitle !== null;
}
