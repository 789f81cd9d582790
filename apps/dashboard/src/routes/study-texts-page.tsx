// Hands the address's study, language and part to the screen of its texts.
import { getRouteApi } from "@tanstack/react-router";
import { StudyTextsScreen } from "../features/study-texts/study-texts-screen";

const route = getRouteApi("/desk/studies/$studyId/texts");

export function StudyTextsPage() {
  const { studyId } = route.useParams();
  const { language = "en", part = "texts" } = route.useSearch();
  return <StudyTextsScreen key={studyId} studyId={studyId} language={language} part={part} />;
}
