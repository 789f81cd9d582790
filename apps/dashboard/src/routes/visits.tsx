// /desk/visits – the visits to come at all of one's sites.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { deskRoute } from "./desk";

export const visitsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/visits",
  component: lazyRouteComponent(() => import("../features/visits/visits-screen"), "VisitsScreen"),
});
