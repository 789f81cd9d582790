// Hands the address's study to its screen.
import { getRouteApi } from "@tanstack/react-router";
import { StudyScreen } from "../features/studies/study-screen";

const route = getRouteApi("/desk/studies/$studyId");

export function StudyPage() {
  const { studyId } = route.useParams();
  return <StudyScreen key={studyId} studyId={studyId} />;
}
