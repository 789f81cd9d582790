// /desk/reports – the numbers of recruitment; the address holds whose leads they are of.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { reportsSearch } from "../features/reports/reports-search";
import { deskRoute } from "./desk";

export const reportsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/reports",
  validateSearch: reportsSearch,
  component: lazyRouteComponent(() => import("./reports-page"), "ReportsPage"),
});
