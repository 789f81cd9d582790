// One lead at a time. The next one is fetched while this one is on the screen, so that it is there at
// once; and what is on the screen never changes under the hand, whatever happens in the queue.
import type { NextLeadKind } from "@studydesk/domain/leads/why-next";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../lib/trpc";
import type { NextLead, ShownLead } from "./lead-types";

const lateKinds: readonly NextLeadKind[] = ["past_promise", "overdue"];

/** The server takes no longer lists; far more than anybody puts aside in a day. */
const mostSkipped = 190;

export function useQueue() {
  const trpc = useTRPC();
  const [shown, setShown] = useState<ShownLead>();
  /** Put aside by the coordinator, until they bring them back. */
  const [skipped, setSkipped] = useState<number[]>([]);
  /** Dealt with, while the server does not know it yet. */
  const [underWay, setUnderWay] = useState<number[]>([]);

  const aside = [...new Set([...underWay, ...skipped, ...(shown ? [shown.lead.id] : [])])];
  const upcoming = useQuery(
    trpc.leads.next.queryOptions(
      { skipLeadIds: aside.toSorted((a, b) => a - b).slice(-mostSkipped) },
      // Never from an earlier look: a lead that was dealt with since must not come back.
      { staleTime: 60_000, gcTime: 0 },
    ),
  );

  const ready = toShown(upcoming.data);
  if (!shown && ready) setShown(ready);

  return {
    shown,
    /** How many the queue holds; the last known number while it is asked again. */
    waiting: useLast(upcoming.data?.waiting),
    /** Asked for, and waiting for the connection. */
    isPaused: !shown && upcoming.fetchStatus === "paused",
    isLoading: !shown && upcoming.data === undefined && !upcoming.isError,
    error: shown ? null : upcoming.error,
    retry: () => void upcoming.refetch(),
    skippedCount: skipped.length,
    /** The lead is dealt with for now; the next one comes. */
    advance(leadId: number) {
      setUnderWay((ids) => [...ids, leadId]);
      setShown(ready);
    },
    /** The server has it: from now on its own rules say when the lead comes again. */
    settle(leadId: number) {
      setUnderWay((ids) => ids.filter((id) => id !== leadId));
    },
    skip() {
      if (!shown) return;
      setSkipped((ids) => [...ids, shown.lead.id]);
      setShown(ready);
    },
    bringBackSkipped() {
      setSkipped([]);
    },
    /** Puts a lead in front again; the one that was there comes back by itself. */
    show(lead: ShownLead) {
      setUnderWay((ids) => ids.filter((id) => id !== lead.lead.id));
      setSkipped((ids) => ids.filter((id) => id !== lead.lead.id));
      setShown(lead);
    },
  };
}

function toShown(next: NextLead | undefined): ShownLead | undefined {
  if (!next?.lead || !next.why) return undefined;
  const { kind, sentence } = next.why;
  return { lead: next.lead, why: { sentence, isLate: lateKinds.includes(kind) }, last: next.last };
}

function useLast(value: number | undefined): number | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}
