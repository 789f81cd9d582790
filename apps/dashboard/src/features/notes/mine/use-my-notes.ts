// One's own notes of all leads and studies, page after page. A page of the server can be short or empty and
// not the last: it is gone on from until there is something to read.
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect } from "react";
import { errorSentence } from "../../../lib/error-sentence";
import { showToast } from "../../../lib/toasts";
import { type RouterOutputs, useTRPC } from "../../../lib/trpc";

export type MyNote = RouterOutputs["notes"]["mine"]["rows"][number];

interface Wanted {
  search?: string;
  tag?: string;
  only?: "pinned" | "changed";
}

/** So many fill a screen. */
const enough = 10;

export function useMyNotes(wanted: Wanted) {
  const trpc = useTRPC();
  const asked = useInfiniteQuery(
    trpc.notes.mine.infiniteQueryOptions(wanted, {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const rows = asked.data?.pages.flatMap((page) => page.rows) ?? [];
  const { fetchNextPage, isFetching } = asked;
  const goesOn = asked.hasNextPage && rows.length < enough && !asked.isError;
  useEffect(() => {
    if (goesOn && !isFetching) void fetchNextPage();
  }, [goesOn, isFetching, fetchNextPage]);
  return { ...asked, rows, goesOn, tags: asked.data?.pages[0]?.tags ?? [] };
}

export function useDeleteMyNote(onKept: (noteId: number) => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.notes.delete.mutationOptions({
      onError: (error, { noteId }) => {
        onKept(noteId);
        showToast(`The note is still here. ${errorSentence(error)}`, { tone: "bad" });
      },
      onSettled: () => queryClient.invalidateQueries(trpc.notes.pathFilter()),
    }),
  );
}
