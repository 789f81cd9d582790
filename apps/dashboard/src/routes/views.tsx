// /desk/views – all saved views, one's own and shared ones.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { deskRoute } from "./desk";

export const viewsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/views",
  component: lazyRouteComponent(
    () => import("../features/leads/views/views-screen"),
    "ViewsScreen",
  ),
});
