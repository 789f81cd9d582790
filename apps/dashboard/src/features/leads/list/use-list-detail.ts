// The number beside the list's name: the navigation's own for a view as it is, counted for anything else.
// The list never waits for it.
import type { ViewQuestion } from "@studydesk/domain/views/built-in-views";
import { useQuery } from "@tanstack/react-query";
import { useMe } from "../../../lib/me";
import { useTRPC } from "../../../lib/trpc";
import { toLeadFilters } from "../inbox-search";
import type { ShownView } from "../use-views";
import { leadCountWords, viewDetail } from "./list-words";

interface Asked {
  view: ShownView;
  question: ViewQuestion;
  text: string;
  /** The view shows what it itself asks for. */
  isReset: boolean;
}

const countAgainMs = 20_000;

export function useListDetail({ view, question, text, isReset }: Asked): string | undefined {
  const me = useMe();
  const trpc = useTRPC();
  const counts = useQuery(trpc.leads.counts.queryOptions());
  const isBuiltIn = typeof view.id === "string";
  const usesCounts = isReset && isBuiltIn;
  const counted = useQuery(
    trpc.leads.count.queryOptions(
      { filters: toLeadFilters(question.filters, text, me.userId) },
      {
        enabled: !usesCounts && !view.isPending,
        staleTime: countAgainMs,
        refetchInterval: countAgainMs,
        meta: { live: "own" },
      },
    ),
  );
  if (usesCounts) return counts.data && viewDetail(view.id, counts.data);
  const words = counted.data && leadCountWords(counted.data.count);
  const { saved } = view;
  const whose = saved?.siteName && !saved.isOwn ? `shared by ${saved.ownerName}` : undefined;
  return [words, whose].filter(Boolean).join(" · ") || undefined;
}
