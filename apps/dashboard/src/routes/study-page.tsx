// Hands the address's study to its screen, and lets it and its texts carry the reader's own notes.
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { NotedWords } from "../features/notes/words/noted-words";
import { StudyScreen } from "../features/studies/study-screen";
import { StudyNotes } from "./study-notes";

const route = getRouteApi("/desk/studies/$studyId");

export function StudyPage() {
  const { studyId } = route.useParams();
  const home = useMemo(() => ({ studyId }), [studyId]);
  return (
    <NotedWords key={studyId} home={home} canWrite>
      <StudyScreen studyId={studyId} />
      <StudyNotes home={home} />
    </NotedWords>
  );
}
