// Hands the address's study and version to the screen of its criteria.
import { getRouteApi } from "@tanstack/react-router";
import { CriteriaScreen } from "../features/criteria/criteria-screen";

const route = getRouteApi("/desk/studies/$studyId/criteria");

export function CriteriaPage() {
  const { studyId } = route.useParams();
  return <CriteriaScreen key={studyId} studyId={studyId} search={route.useSearch()} />;
}
