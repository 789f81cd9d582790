// /desk/imports – leads out of files: the history, and one import from its file to its end.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { deskRoute } from "./desk";

export const importsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/imports",
  component: lazyRouteComponent(
    () => import("../features/imports/imports-screen"),
    "ImportsScreen",
  ),
});

export const importRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/imports/$importId",
  params: {
    // Zero is no import: an address that was typed wrong ends in "not here".
    parse: ({ importId }: { importId: string }) => ({
      importId: /^\d{1,9}$/.test(importId) ? Number(importId) : 0,
    }),
    stringify: ({ importId }: { importId: number }) => ({ importId: String(importId) }),
  },
  component: lazyRouteComponent(() => import("./import-page"), "ImportPage"),
});
