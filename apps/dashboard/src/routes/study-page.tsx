// Hands the address's study to its screen, and lets it and its texts carry the reader's own notes.
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { NotesList } from "../features/notes/notes-list";
import { NotedWords } from "../features/notes/words/noted-words";
import { ReceivedNotes } from "../features/shares/received-notes";
import { StudyScreen } from "../features/studies/study-screen";

const route = getRouteApi("/desk/studies/$studyId");

export function StudyPage() {
  const { studyId } = route.useParams();
  const home = useMemo(() => ({ studyId }), [studyId]);
  return (
    <NotedWords key={studyId} home={home} canWrite>
      <StudyScreen studyId={studyId} />
      <ReceivedNotes home={home} />
      <NotesList home={home} canWrite startsWriting={false} />
    </NotedWords>
  );
}
