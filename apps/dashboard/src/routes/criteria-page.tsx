// Hands the address's study and version to the screen of its criteria, and lets them carry the reader's notes.
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { CriteriaScreen } from "../features/criteria/criteria-screen";
import { NotedHome } from "./noted-home";

const route = getRouteApi("/desk/studies/$studyId/criteria");

export function CriteriaPage() {
  const { studyId } = route.useParams();
  const home = useMemo(() => ({ studyId }), [studyId]);
  return (
    <NotedHome key={studyId} home={home} canWrite>
      <CriteriaScreen studyId={studyId} search={route.useSearch()} />
    </NotedHome>
  );
}
