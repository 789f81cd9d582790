// Hands the address's study to its screen, and lets it and its texts carry the reader's own notes.
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { StudyRetention } from "../features/retention/study-retention";
import { StudyScreen } from "../features/studies/study-screen";
import { NotedHome } from "./noted-home";
import { StudyNotes } from "./study-notes";

const route = getRouteApi("/desk/studies/$studyId");

export function StudyPage() {
  const { studyId } = route.useParams();
  const home = useMemo(() => ({ studyId }), [studyId]);
  const navigate = useNavigate();
  // Of a study's words only those of reworded criteria stand on another screen.
  const seek = () => void navigate({ to: "/studies/$studyId/criteria", params: { studyId } });
  return (
    <NotedHome key={studyId} home={home} canWrite onSeek={seek}>
      <StudyScreen studyId={studyId} />
      <StudyRetention studyId={studyId} />
      <StudyNotes home={home} />
    </NotedHome>
  );
}
