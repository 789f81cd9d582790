// Hands the address's study and language to the screen of its plain-language text, whose published words can
// carry the reader's notes.
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { OverviewScreen } from "../features/overview/overview-screen";
import { NotedHome } from "./noted-home";

const route = getRouteApi("/desk/studies/$studyId/overview");

export function OverviewPage() {
  const { studyId } = route.useParams();
  const { language = "en" } = route.useSearch();
  const home = useMemo(() => ({ studyId }), [studyId]);
  return (
    <NotedHome key={studyId} home={home} canWrite>
      <OverviewScreen studyId={studyId} language={language} />
    </NotedHome>
  );
}
