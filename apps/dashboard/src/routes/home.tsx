// /desk/home – what waits and how the promise stands; the address holds whose charts are shown.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { deskRoute } from "./desk";

const homeSearch = z.object({ site: z.int().positive().optional().catch(undefined) });

export const homeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/home",
  validateSearch: homeSearch,
  component: lazyRouteComponent(() => import("./home-page"), "HomePage"),
});
