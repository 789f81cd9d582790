// The views that somebody may use, and the one that the list shows: what it asks for, and the columns
// that this person keeps for it. Columns are kept at once, for every view and for oneself alone.
import {
  builtInQuestions,
  builtInViewNames,
  builtInViews,
  type ViewQuestion,
} from "@studydesk/domain/views/built-in-views";
import { isSameLayout, usualLayout, type ViewLayout } from "@studydesk/domain/views/view-layout";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { errorSentence } from "../../lib/error-sentence";
import { showToast } from "../../lib/toasts";
import { type RouterOutputs, useTRPC, useTRPCClient } from "../../lib/trpc";
import type { ViewId } from "./inbox-search";

export type Views = RouterOutputs["views"]["list"];
export type SavedView = Views["views"][number];

export interface ShownView {
  id: ViewId;
  name: string;
  question: ViewQuestion;
  /** As this person sees it. */
  layout: ViewLayout;
  /** As the view itself has it. */
  ownLayout: ViewLayout;
  hasOwnColumns: boolean;
  /** Undefined for a view that everybody has. */
  saved: SavedView | undefined;
  /** Private to somebody else, or deleted: all leads stand in its place. */
  isMissing: boolean;
  /** Which question it asks, or which columns it has, is not known yet. */
  isPending: boolean;
}

const keptMs = 300_000;

export function useViews() {
  const trpc = useTRPC();
  return useQuery(trpc.views.list.queryOptions(undefined, { staleTime: keptMs }));
}

export function useShownView(id: ViewId): ShownView {
  const { data, isPending } = useViews();
  return useMemo(() => toShownView(id, data, isPending), [id, data, isPending]);
}

export function toShownView(id: ViewId, views: Views | undefined, isPending: boolean): ShownView {
  const place = views?.places.find(({ view }) => view === String(id));
  const saved = views?.views.find((view) => view.id === id);
  const builtIn = builtInViews.find((each) => each === id);
  const ownLayout = saved?.layout ?? usualLayout;
  const layout = place?.layout ?? ownLayout;
  return {
    id,
    name: builtIn
      ? builtInViewNames[builtIn]
      : (saved?.name ?? (isPending ? "" : "A view that is not yours to see")),
    question: saved ?? builtInQuestions[builtIn ?? "all"],
    layout,
    ownLayout,
    hasOwnColumns: !isSameLayout(layout, ownLayout),
    saved,
    isMissing: !isPending && !saved && !builtIn,
    isPending,
  };
}

/** Shows other columns at once, and keeps them a moment after the last change. */
export function useKeepLayout(id: ViewId): (layout: ViewLayout | null) => void {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const waiting = useRef<{ timer: number; send: () => void } | undefined>(undefined);

  useEffect(
    () => () => {
      if (!waiting.current) return;
      window.clearTimeout(waiting.current.timer);
      waiting.current.send();
    },
    [id],
  );

  return (layout) => {
    queryClient.setQueryData(trpc.views.list.queryKey(), (views) => {
      if (!views) return views;
      const view = String(id);
      const isKnown = views.places.some((place) => place.view === view);
      const places = isKnown
        ? views.places.map((place) => (place.view === view ? { ...place, layout } : place))
        : [...views.places, { view, isPinned: false, layout }];
      return { ...views, places };
    });
    window.clearTimeout(waiting.current?.timer);
    const send = () => {
      waiting.current = undefined;
      client.views.keepLayout.mutate({ view: id, layout }).catch((error: unknown) => {
        showToast(`Your columns were not kept: ${errorSentence(error)}`, { tone: "bad" });
      });
    };
    waiting.current = { timer: window.setTimeout(send, 400), send };
  };
}
