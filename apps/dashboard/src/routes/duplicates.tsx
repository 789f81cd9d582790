// /desk/duplicates – pairs of leads that may be one person, and two of them side by side. The address
// holds their numbers alone.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { deskRoute } from "./desk";

export const duplicatesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/duplicates",
  component: lazyRouteComponent(
    () => import("../features/duplicates/duplicates-screen"),
    "DuplicatesScreen",
  ),
});

/** Zero is no lead: an address that was typed wrong ends in "not here". */
function readId(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

export const pairRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/duplicates/$leadA/$leadB",
  params: {
    parse: ({ leadA, leadB }: { leadA: string; leadB: string }) => ({
      leadA: readId(leadA),
      leadB: readId(leadB),
    }),
    stringify: ({ leadA, leadB }: { leadA: number; leadB: number }) => ({
      leadA: String(leadA),
      leadB: String(leadB),
    }),
  },
  component: lazyRouteComponent(() => import("./pair-page"), "PairPage"),
});
