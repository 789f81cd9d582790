// Hands the address's study and language to the screen of its plain-language text.
import { getRouteApi } from "@tanstack/react-router";
import { OverviewScreen } from "../features/overview/overview-screen";

const route = getRouteApi("/desk/studies/$studyId/overview");

export function OverviewPage() {
  const { studyId } = route.useParams();
  const { language = "en" } = route.useSearch();
  return <OverviewScreen key={studyId} studyId={studyId} language={language} />;
}
