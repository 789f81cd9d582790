// One's own notes on a lead or a study: read, written, edited, attached, pinned, deleted. The list on the
// screen is changed by what the server answers, so that two quick edits never undo each other.
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { errorSentence, isStale } from "../../lib/error-sentence";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import type { Note } from "./note-types";

export function useNotes(home: NoteHome) {
  return useQuery(useTRPC().notes.list.queryOptions(home));
}

export function useNoteCount(home: NoteHome | undefined): number | undefined {
  const trpc = useTRPC();
  const notes = useQuery(
    trpc.notes.list.queryOptions(home ?? { leadId: 0 }, { enabled: home !== undefined }),
  );
  return notes.data?.length;
}

function useNoteList(home: NoteHome) {
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  const queryKey = trpc.notes.list.queryKey(home);
  function change(edit: (notes: Note[]) => Note[]) {
    queryClient.setQueryData(queryKey, (notes) => notes && edit(notes));
  }
  return {
    change,
    replace: (changed: Note) =>
      change((notes) => notes.map((note) => (note.id === changed.id ? changed : note))),
    reload: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey }),
        queryClient.invalidateQueries(trpc.notes.mine.pathFilter()),
      ]),
  };
}

export function useWriteNote(home: NoteHome) {
  const list = useNoteList(home);
  return useMutation(
    useTRPC().notes.write.mutationOptions({
      onSuccess: (written) => list.change((notes) => [written, ...notes]),
      onSettled: () => list.reload(),
    }),
  );
}

export function useEditNote(home: NoteHome) {
  const list = useNoteList(home);
  return useMutation(
    useTRPC().notes.edit.mutationOptions({
      onSuccess: list.replace,
      onSettled: () => list.reload(),
    }),
  );
}

/** Ties a note to other words, to the same as they are now, or to the whole. */
export function useReattachNote(home: NoteHome) {
  const list = useNoteList(home);
  return useMutation(
    useTRPC().notes.reattach.mutationOptions({
      onSuccess: list.replace,
      onSettled: () => list.reload(),
    }),
  );
}

export function usePinNote(home: NoteHome) {
  const list = useNoteList(home);
  return useMutation(
    useTRPC().notes.pin.mutationOptions({
      onError: (error) => showToast(errorSentence(error), { tone: "bad" }),
      onSettled: () => list.reload(),
    }),
  );
}

export function useDeleteNote(home: NoteHome) {
  const list = useNoteList(home);
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
