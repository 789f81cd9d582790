// /desk/sites – the places where people work.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { deskRoute } from "./desk";

export const sitesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/sites",
  component: lazyRouteComponent(() => import("../features/sites/sites-screen"), "SitesScreen"),
});
