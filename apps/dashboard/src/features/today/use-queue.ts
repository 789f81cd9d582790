// One lead at a time. The next one is fetched while this one is on the screen, so that it is there at
// once; and what is on the screen never changes under the hand, whatever happens in the queue. Both are
// held on the server for this screen.
import type { NextLeadKind } from "@studydesk/domain/queue/why-next";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { useMe } from "../../lib/me";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import type { NextLead, ShownLead } from "./lead-types";
import { screenId } from "./screen-id";
import { listUnsent } from "./unsent-outcomes";
import { useHolds } from "./use-holds";

const lateKinds: readonly string[] = ["past_promise", "overdue"] satisfies NextLeadKind[];

/** The server takes no longer lists; far more than anybody deals with before it knows. */
const mostAside = 190;
/** With nothing to show, what a colleague gave back is looked for this often. */
const lookAgainMs = 20_000;

/** `beforeBreak`: the lead that was in front when this tab was loaded anew. */
export function useQueue(beforeBreak: number | undefined) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { userId } = useMe();
  const [shown, setShown] = useState<ShownLead>();
  const [wantedId, setWantedId] = useState(beforeBreak ?? null);
  /** Who got that lead meanwhile. */
  const [takenBy, setTakenBy] = useState<string>();
  /** Dealt with, while the server does not know it yet. */
  const [underWay, setUnderWay] = useState<number[]>(() =>
    listUnsent(userId)
      .map(({ leadId }) => leadId)
      .filter((leadId) => leadId !== beforeBreak),
  );

  const upcoming = useQuery(
    trpc.leads.next.queryOptions(
      {
        screenId: screenId(),
        inFrontId: shown?.lead.id ?? null,
        wantedId: shown ? null : wantedId,
        skipLeadIds: [...new Set(underWay)].toSorted((a, b) => a - b).slice(-mostAside),
      },
      {
        // Never from an earlier look: a lead that was dealt with since must not come back.
        staleTime: 60_000,
        gcTime: 0,
        refetchInterval: ({ state }) => (state.data?.lead === null ? lookAgainMs : false),
      },
    ),
  );
  const counts = useQuery(
    trpc.leads.queue.queryOptions({ screenId: screenId() }, { refetchInterval: 30_000 }),
  ).data;

  const ready = toShown(upcoming.data);
  if (!shown && ready) setShown(ready);
  // What was there before the break is asked for once: the next lead is another one.
  if (upcoming.data && wantedId !== null) {
    setWantedId(null);
    setTakenBy(upcoming.data.wantedBy?.name);
  }

  useEffect(() => {
    if (takenBy === undefined) return;
    showToast(
      `${takenBy} has the lead in front of them that you had before the break. What you typed on it is kept.`,
    );
  }, [takenBy]);

  const recount = () => void queryClient.invalidateQueries(trpc.leads.queue.queryFilter());
  const lookAgain = () => {
    void queryClient.invalidateQueries(trpc.leads.next.queryFilter());
    recount();
  };

  // A call that was agreed for a time comes when it is time, not when somebody happens to look.
  const appointment = counts?.nextAppointmentAt;
  const callIsDue = useEffectEvent(lookAgain);
  useEffect(() => {
    if (!appointment) return;
    const ms = Math.max(0, Date.parse(appointment) - Date.now()) + 500;
    const timer = window.setTimeout(callIsDue, ms);
    return () => window.clearTimeout(timer);
  }, [appointment]);

  const heldBy = useHolds({
    shownId: shown?.lead.id,
    readyId: ready?.lead.id,
    onReadyLost: lookAgain,
  });

  return {
    shown,
    counts,
    /** In front of whom the lead is, when not of this screen alone. */
    heldBy,
    /** Asked for, and waiting for the connection. */
    isPaused: !shown && upcoming.fetchStatus === "paused",
    isLoading: !shown && upcoming.data === undefined && !upcoming.isError,
    error: shown ? null : upcoming.error,
    retry: () => void upcoming.refetch(),
    lookAgain,
    recount,
    /** A call that is due now, while another lead is in front. */
    callDue: ready?.kind === "callback" && shown?.kind !== "callback" ? ready : undefined,
    /** Takes what comes next in front; what was there waits its turn. */
    takeNext() {
      if (ready) setShown(ready);
    },
    /** The lead is dealt with for now; the next one comes. */
    advance(leadId: number) {
      setUnderWay((ids) => [...ids, leadId]);
      setShown(ready);
    },
    /** The server has it: from now on its own rules say when the lead comes again. */
    settle(leadId: number) {
      setUnderWay((ids) => ids.filter((id) => id !== leadId));
      recount();
    },
    /** Puts a lead in front again; the one that was there comes back by itself. */
    show(lead: ShownLead) {
      setUnderWay((ids) => ids.filter((id) => id !== lead.lead.id));
      setShown(lead);
    },
  };
}

function toShown(next: NextLead | undefined): ShownLead | undefined {
  if (!next?.lead || !next.why) return undefined;
  const { kind, sentence } = next.why;
  return {
    lead: next.lead,
    kind,
    why: { sentence, isLate: lateKinds.includes(kind) },
    last: next.last,
    nextTries: next.nextTries,
  };
}
