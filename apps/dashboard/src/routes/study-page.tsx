// Hands the address's study to its screen, and lets it and its texts carry the reader's own notes.
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { readOverviewSearch } from "../features/overview/overview-search";
import { StudyScreen } from "../features/studies/study-screen";
import { NotedHome } from "./noted-home";
import { StudyNotes } from "./study-notes";

const route = getRouteApi("/desk/studies/$studyId");

export function StudyPage() {
  const { studyId } = route.useParams();
  const home = useMemo(() => ({ studyId }), [studyId]);
  const navigate = useNavigate();
  function seek(fieldPath: string) {
    const [field, language] = fieldPath.split(".");
    const params = { studyId };
    if (field === "overview") {
      const search = readOverviewSearch({ language });
      void navigate({ to: "/studies/$studyId/overview", params, search });
    } else void navigate({ to: "/studies/$studyId/criteria", params });
  }
  return (
    <NotedHome key={studyId} home={home} canWrite onSeek={seek}>
      <StudyScreen studyId={studyId} />
      <StudyNotes home={home} />
    </NotedHome>
  );
}
