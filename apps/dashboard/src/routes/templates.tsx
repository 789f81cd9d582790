// /desk/templates – the mails that a site writes again and again.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { deskRoute } from "./desk";

export const templatesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/templates",
  component: lazyRouteComponent(
    () => import("../features/templates/templates-screen"),
    "TemplatesScreen",
  ),
});
