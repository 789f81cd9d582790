// /desk/review – candidates who wait for an investigator; the address holds which one is open.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { deskRoute } from "./desk";

const reviewSearch = z.object({ lead: z.int().positive().optional().catch(undefined) });

export const reviewRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/review",
  validateSearch: reviewSearch,
  component: lazyRouteComponent(() => import("./review-page"), "ReviewPage"),
});
