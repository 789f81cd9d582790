// One's own notes on a lead: read, written, edited, deleted. The list on the screen is changed by what
// the server answers, so that two quick edits never undo each other.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { errorSentence, isStale } from "../../lib/error-sentence";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import type { Note } from "./note-types";

export function useNotes(leadId: number) {
  return useQuery(useTRPC().notes.list.queryOptions({ leadId }));
}

export function useNoteCount(leadId: number | undefined): number | undefined {
  const trpc = useTRPC();
  const notes = useQuery(
    trpc.notes.list.queryOptions({ leadId: leadId ?? 0 }, { enabled: leadId !== undefined }),
  );
  return notes.data?.length;
}

function useNoteList(leadId: number) {
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  const queryKey = trpc.notes.list.queryKey({ leadId });
  return {
    change(edit: (notes: Note[]) => Note[]) {
      queryClient.setQueryData(queryKey, (notes) => notes && edit(notes));
    },
    reload: () => queryClient.invalidateQueries({ queryKey }),
  };
}

export function useWriteNote(leadId: number) {
  const list = useNoteList(leadId);
  return useMutation(
    useTRPC().notes.write.mutationOptions({
      onSuccess: (written) => list.change((notes) => [written, ...notes]),
      onSettled: () => list.reload(),
    }),
  );
}

export function useEditNote(leadId: number) {
  const list = useNoteList(leadId);
  return useMutation(
    useTRPC().notes.edit.mutationOptions({
      onSuccess: (edited) =>
        list.change((notes) => notes.map((note) => (note.id === edited.id ? edited : note))),
      onSettled: () => list.reload(),
    }),
  );
}

export function useDeleteNote(leadId: number) {
  const list = useNoteList(leadId);
  return useMutation(
    useTRPC().notes.delete.mutationOptions({
      onSuccess: (_ok, { noteId }) =>
        list.change((notes) => notes.filter(({ id }) => id !== noteId)),
      onError: (error) =>
        showToast(
          isStale(error)
            ? "The note was changed in another window and is still here. Read it again before you delete it."
            : `The note is still here. ${errorSentence(error)}`,
          { tone: "bad" },
        ),
      onSettled: () => list.reload(),
    }),
  );
}
