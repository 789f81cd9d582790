// The root of all addresses under /desk.
import { createRootRoute, Outlet } from "@tanstack/react-router";
import { ErrorScreen, NotFoundScreen } from "../app-shell/full-page-states";

export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundScreen,
  errorComponent: ErrorScreen,
});
