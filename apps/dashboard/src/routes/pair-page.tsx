// Hands the address's two leads to their screen.
import { getRouteApi } from "@tanstack/react-router";
import { PairScreen } from "../features/duplicates/pair-screen";

const route = getRouteApi("/desk/duplicates/$leadA/$leadB");

export function PairPage() {
  const { leadA, leadB } = route.useParams();
  return <PairScreen key={`${leadA}-${leadB}`} leadA={leadA} leadB={leadB} />;
}
