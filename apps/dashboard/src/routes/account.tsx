// /desk/account – one's own sessions and password.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { deskRoute } from "./desk";

export const accountRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/account",
  component: lazyRouteComponent(
    () => import("../features/session/account-screen"),
    "AccountScreen",
  ),
});
