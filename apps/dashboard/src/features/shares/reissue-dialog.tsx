// A new link in place of a share, with the choices that its owner made for that one.
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import { ShareNotesDialog } from "./share-notes-dialog";
import type { Share } from "./share-types";
import { toShareableNote } from "./to-shareable-note";

interface Props {
  share: Share;
  onClose: () => void;
}

export function ReissueDialog({ share, onClose }: Props) {
  const notes = useQuery(useTRPC().notes.list.queryOptions(share.home));
  const problem = notes.isError
    ? "The notes could not be loaded. Try again in a moment."
    : notes.data?.length === 0
      ? "None of your notes is left here, so there is nothing to share. Write one first."
      : undefined;
  useEffect(() => {
    if (problem === undefined) return;
    showToast(problem, { tone: "bad" });
    onClose();
  }, [problem, onClose]);
  if (!notes.data || notes.data.length === 0) return null;
  const known = notes.data.map(({ id }) => id);
  const chosen = share.memo?.noteIds ?? [];
  const remembered = chosen.filter((id) => known.includes(id));
  return (
    <ShareNotesDialog
      sharing={{
        home: share.home,
        notes: notes.data.map(toShareableNote),
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
}
