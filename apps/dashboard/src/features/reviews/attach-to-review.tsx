// On a note of somebody who waits for the investigator: lays a copy of it beside the review. Once it is there,
// the button comes back only when the note says something else by now.
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../lib/trpc";
import { offerUndo } from "../../lib/undo";
import { useAttachNote } from "./use-attach-note";

interface Props {
  leadId: number;
  note: { id: number; body: string; anchor: { exact: string } | null };
}

export function AttachToReview({ leadId, note }: Props) {
  const { attach, detach } = useAttachNote(leadId);
  const own = useQuery(useTRPC().reviews.ownNotes.queryOptions({ leadId }));
  if (!own.data) return null;
  const copy = own.data.find(({ noteId, isOpen }) => noteId === note.id && isOpen);
  const isSame =
    copy?.content?.body === note.body && copy.content.quote === (note.anchor?.exact ?? null);
  if (copy && isSame) return null;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      loading={attach.isPending}
      onClick={() =>
        attach.mutate(
          { noteId: note.id },
          {
            onSuccess: (attached) =>
              offerUndo({
                message: "The investigators of this site read a copy of this note.",
                run: () => detach.mutate(attached),
              }),
          },
        )
      }
    >
      {copy ? "Attach as it reads now" : "Attach to review"}
    </Button>
  );
}
