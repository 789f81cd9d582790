// A lead's notes put together with their sharing and the review: the features know nothing of each other.
import { Button } from "@mantine/core";
import { useState } from "react";
import { KeyHint } from "../components/key-hint";
import type { LeadView } from "../features/leads/lead-types";
import { NotesList } from "../features/notes/notes-list";
import { useNotes } from "../features/notes/use-notes";
import { AttachToReview } from "../features/reviews/attach-to-review";
import { OwnAttachedNotes } from "../features/reviews/own-attached-notes";
import { ReceivedNotes } from "../features/shares/received-notes";
import { HomeRequests } from "../features/shares/requests/home-requests";
import { ShareKey, shareKey } from "../features/shares/share-key";
import { ShareNotesDialog } from "../features/shares/share-notes-dialog";
import { SharesList } from "../features/shares/shares-list";
import { toShareableNote } from "../features/shares/to-shareable-note";

interface Props {
  lead: LeadView;
  startsWriting: boolean;
}

export function LeadNotes({ lead, startsWriting }: Props) {
  const home = { leadId: lead.id };
  const notes = useNotes(home);
  const [shared, setShared] = useState<number>();
  const mine = notes.data ?? [];
  return (
    <>
      <ReceivedNotes home={home} />
      <NotesList
        home={home}
        canWrite={lead.abilities.writeNote}
        startsWriting={startsWriting}
        renderActions={(note) => (
          <>
            {lead.status === "investigator_review" ? (
              <AttachToReview leadId={lead.id} note={note} />
            ) : null}
            <Button
              variant="subtle"
              size="compact-sm"
              data-share-note={note.id}
              onClick={() => setShared(note.id)}
              rightSection={note.id === mine[0]?.id ? <KeyHint keys={shareKey} /> : undefined}
            >
              Share
            </Button>
          </>
        )}
      />
      {lead.milestones.screenedAt === null ? null : <OwnAttachedNotes leadId={lead.id} />}
      <ShareKey noteIds={mine.map(({ id }) => id)} onShare={setShared} />
      <SharesList home={home} />
      <HomeRequests home={home} canAsk={lead.abilities.writeNote} />
      <ShareNotesDialog
        sharing={
          shared === undefined
            ? undefined
            : { home, notes: mine.map(toShareableNote), chosenIds: [shared] }
        }
        onClose={() => setShared(undefined)}
      />
    </>
  );
}
