// One's own shares on a lead: whether they still open, when they were opened, and the way to end them.
import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorNote, LoadingRows } from "../../components/states";
import { useTRPC } from "../../lib/trpc";
import { ShareNoteDialog } from "./share-note-dialog";
import { ShareRow } from "./share-row";
import type { LeadFact, Share, ShareableNote } from "./share-types";
import classes from "./shares-list.module.css";

interface Props {
  leadId: number;
  /** One's own notes on the lead, newest first: a new link is made of one of them. */
  notes: readonly ShareableNote[];
  leadFacts: readonly LeadFact[];
  authorName: string;
}

export function SharesList({ leadId, notes, leadFacts, authorName }: Props) {
  const trpc = useTRPC();
  const [replaced, setReplaced] = useState<Share>();
  const shares = useInfiniteQuery(
    trpc.shares.list.infiniteQueryOptions(
      { leadId },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const rows = shares.data?.pages.flatMap((page) => page.rows) ?? [];
  if (shares.isPending) return <LoadingRows rows={1} />;
  if (shares.error) return <ErrorNote error={shares.error} />;
  if (rows.length === 0) return null;
  return (
    <section className={classes.shares} aria-label="Shared by you">
      <h2 className={classes.title}>Shared by you</h2>
      <ul className={classes.list}>
        {rows.map((share) => (
          <ShareRow
            key={share.id}
            share={share}
            onReissue={notes.length > 0 ? () => setReplaced(share) : undefined}
          />
        ))}
      </ul>
      {shares.hasNextPage ? (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={shares.isFetchingNextPage}
          onClick={() => void shares.fetchNextPage()}
        >
          Show older ones
        </Button>
      ) : null}
      <ShareNoteDialog
        leadId={leadId}
        notes={replaced && likeliestFirst(notes, replaced)}
        leadFacts={leadFacts}
        authorName={authorName}
        replacesShareId={replaced?.id}
        onClose={() => setReplaced(undefined)}
      />
    </section>
  );
}

/** The server does not know which note was shared: most likely the newest one of that time. */
function likeliestFirst(notes: readonly ShareableNote[], share: Share): readonly ShareableNote[] {
  const isOlder = (note: ShareableNote) => note.createdAt <= share.createdAt;
  return [...notes.filter(isOlder), ...notes.filter((note) => !isOlder(note))];
}
