// /desk/people – who works where, and invitations.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { deskRoute } from "./desk";

export const peopleRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/people",
  component: lazyRouteComponent(() => import("../features/people/people-screen"), "PeopleScreen"),
});
