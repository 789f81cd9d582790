// /desk/forgot and /desk/new-password#<token> – a new password for whoever forgot theirs; open to people who
// are signed out.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "./root";

export const forgotRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/forgot",
  component: lazyRouteComponent(
    () => import("../features/session/forgot-password"),
    "ForgotPassword",
  ),
});

export const newPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/new-password",
  component: lazyRouteComponent(() => import("../features/session/new-password"), "NewPassword"),
});
