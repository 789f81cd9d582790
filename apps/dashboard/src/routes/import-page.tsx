// Hands the address's import to its screen; another import is another screen.
import { getRouteApi } from "@tanstack/react-router";
import { ImportScreen } from "../features/imports/import-screen";

const route = getRouteApi("/desk/imports/$importId");

export function ImportPage() {
  const { importId } = route.useParams();
  return <ImportScreen key={importId} importId={importId} />;
}
