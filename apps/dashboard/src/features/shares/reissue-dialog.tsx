// A new link in place of a share, with the choices that its owner made for that one.
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import { useFocusBack } from "../../lib/use-focus-back";
import { ShareNotesDialog } from "./share-notes-dialog";
import type { Share } from "./share-types";
import { toShareableNote } from "./to-shareable-note";

interface Props {
  share: Share;
  onClose: () => void;
}

export function ReissueDialog({ share, onClose }: Props) {
  useFocusBack();
  const trpc = useTRPC();
  const onHome = useQuery(trpc.notes.list.queryOptions(share.home));
  // Those that went along may hang on studies beside the lead.
  const wentAlong = useQuery(trpc.shares.notesOf.queryOptions({ shareId: share.id }));
  const notes = onHome.data && wentAlong.data && [...onHome.data, ...elsewhere(wentAlong.data)];
  const problem =
    onHome.isError || wentAlong.isError
      ? "The notes could not be loaded. Try again in a moment."
      : notes?.length === 0
        ? "None of your notes is left here, so there is nothing to share. Write one first."
        : undefined;
  useEffect(() => {
    if (problem === undefined) return;
    showToast(problem, { tone: "bad" });
    onClose();
  }, [problem, onClose]);
  if (!notes || notes.length === 0) return null;
  const known = notes.map(({ id }) => id);
  const chosen = share.memo?.noteIds ?? [];
  const remembered = chosen.filter((id) => known.includes(id));
  return (
    <ShareNotesDialog
      sharing={{
        home: share.home,
        notes: notes.map(toShareableNote),
        chosenIds: remembered,
        replaces: {
          shareId: share.id,
          memo: share.memo,
          takesReplies: share.takesReplies,
          lost: chosen.length - remembered.length,
        },
      }}
      onClose={onClose}
    />
  );

  function elsewhere<Note extends { home: NoteHome }>(along: readonly Note[]): Note[] {
    return along.filter(({ home }) => JSON.stringify(home) !== JSON.stringify(share.home));
  }
}
