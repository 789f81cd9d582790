// /desk/shares – what was shared, and what comes back; the address holds which of them is listed.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readSharesSearch } from "../features/shares/shares-search";
import { deskRoute } from "./desk";

export const sharesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/shares",
  validateSearch: readSharesSearch,
  component: lazyRouteComponent(() => import("./shares-page"), "SharesPage"),
});
