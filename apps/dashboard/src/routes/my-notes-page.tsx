// My notes put together with their sharing: the two features know nothing of each other.
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { MyNotesScreen } from "../features/notes/mine/my-notes-screen";
import type { MyNote } from "../features/notes/mine/use-my-notes";
import { ShareNotesDialog } from "../features/shares/share-notes-dialog";
import { toShareableNote } from "../features/shares/to-shareable-note";

const route = getRouteApi("/desk/notes");

export function MyNotesPage() {
  const [shared, setShared] = useState<readonly MyNote[]>([]);
  // A share is of one person at most, and then it is theirs.
  const home = (shared.find(({ home }) => "leadId" in home) ?? shared[0])?.home;
  return (
    <>
      <MyNotesScreen search={route.useSearch()} onShare={setShared} />
      <ShareNotesDialog
        sharing={
          home && {
            home,
            notes: shared.map(toShareableNote),
            chosenIds: shared.map(({ id }) => id),
          }
        }
        onClose={() => setShared([])}
      />
    </>
  );
}
