// Lets the words of the lead in front carry notes, once the screen stands: the first screen stays quick.
import { lazy, Suspense } from "react";
import type { NotesSlot } from "../features/today/today-screen";

const NotedHome = lazy(async () => {
  const { NotedHome } = await import("./noted-home");
  return { default: NotedHome };
});

export const renderNotes: NotesSlot = (lead, children) => (
  <Suspense fallback={children}>
    <NotedHome key={lead.id} home={{ leadId: lead.id }} canWrite={lead.abilities.writeNote}>
      {children}
    </NotedHome>
  </Suspense>
);
