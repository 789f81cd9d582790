// Hands the address's choice to the shares screen.
import { getRouteApi } from "@tanstack/react-router";
import { SharesScreen } from "../features/shares/shares-screen";

const route = getRouteApi("/desk/shares");

export function SharesPage() {
  return <SharesScreen search={route.useSearch()} />;
}
