// Leads that may be one person twice, strongest first: to be looked at side by side, or put aside as two.

import { useInfiniteQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { NextPage } from "../../components/next-page";
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { useKeys } from "../../lib/keys/use-keys";
import { useRowKeys } from "../../lib/keys/use-row-keys";
import { useMe } from "../../lib/me";
import { useTRPC } from "../../lib/trpc";
import classes from "./duplicates-screen.module.css";
import { PairRow } from "./pair-row";
import { ScanBar } from "./scan-bar";
import { useDecidePair } from "./use-decide-pair";

export function DuplicatesScreen() {
  const me = useMe();
  if (me.abilities.canWorkLeads) return <Duplicates />;
  return (
    <>
      <ScreenHeader title="Duplicates" />
      <EmptyState title="Coordinators decide which leads are one person">
        It changes who is called and how often. Ask a coordinator or an admin of your site.
      </EmptyState>
    </>
  );
}

function Duplicates() {
  const trpc = useTRPC();
  const list = useRef<HTMLDivElement>(null);
  const { sayDifferent } = useDecidePair();
  const pages = useInfiniteQuery(
    trpc.duplicates.list.infiniteQueryOptions({}, { getNextPageParam: (page) => page.next }),
  );
  const pairs = pages.data?.pages.flatMap((page) => page.pairs);

  /** The pair that has the focus: none is decided that nobody looks at. */
  function current() {
    const row = list.current?.querySelector<HTMLElement>("[data-pair]:focus-within");
    return pairs?.find((pair) => keyOf(pair) === row?.dataset.pair);
  }

  function different(pair: NonNullable<typeof pairs>[number]) {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
    const at = rows.findIndex((row) => row.closest(`[data-pair="${keyOf(pair)}"]`));
    const next = rows[at + 1] ?? rows[at - 1];
    const [one, other] = pair.leads;
    next?.focus();
    void sayDifferent({ leadA: one.id, leadB: other.id });
  }

  useRowKeys("Duplicates", "pair", list);
  useKeys("Duplicates", [
    {
      keys: "d",
      name: "Not the same person",
      run: () => {
        const pair = current();
        if (pair) different(pair);
        else list.current?.querySelector<HTMLElement>("[data-row]")?.focus();
      },
    },
  ]);

  return (
    <div className={classes.screen}>
      <ScreenHeader title="Duplicates" detail="Leads of one study that may be the same person">
        <ScanBar />
      </ScreenHeader>
      {pairs === undefined ? (
        pages.error ? (
          <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
        ) : (
          <LoadingRows rows={6} height={72} />
        )
      ) : pairs.length === 0 ? (
        <EmptyState title="No pair is waiting">
          Every new lead is compared with those that are here: by e-mail, phone, name and year of
          birth. What may be one person twice stands here, and on the leads themselves.
        </EmptyState>
      ) : (
        <div ref={list} className={classes.scroller}>
          <ul className={classes.pairs} aria-label="Pairs of leads">
            {pairs.map((pair) => (
              <PairRow key={keyOf(pair)} pair={pair} onDifferent={() => different(pair)} />
            ))}
          </ul>
          <div className={classes.end}>
            <NextPage pages={pages}>Show more pairs</NextPage>
          </div>
        </div>
      )}
    </div>
  );
}

function keyOf({ leads: [one, other] }: { leads: [{ id: number }, { id: number }] }): string {
  return `${one.id}-${other.id}`;
}
