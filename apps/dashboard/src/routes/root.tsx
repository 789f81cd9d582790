// The root of all addresses under /desk.
import { createRootRoute, Outlet } from "@tanstack/react-router";
import { ErrorPage, NotFoundPage } from "../app-shell/full-page-states";

export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
});
