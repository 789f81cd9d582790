// /desk/studies – the list, one study, and the import.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { deskRoute } from "./desk";

export const studiesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/studies",
  component: lazyRouteComponent(
    () => import("../features/studies/studies-screen"),
    "StudiesScreen",
  ),
});

export const studyRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/studies/$studyId",
  params: {
    // Zero is no study: an address that was typed wrong ends in "not here", as one cut short does.
    parse: ({ studyId }) => ({ studyId: /^\d{1,15}$/.test(studyId) ? Number(studyId) : 0 }),
    stringify: ({ studyId }) => ({ studyId: String(studyId) }),
  },
  component: lazyRouteComponent(() => import("./study-page"), "StudyPage"),
});

export const importStudiesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/studies/import",
  component: lazyRouteComponent(() => import("../features/studies/import-screen"), "ImportScreen"),
});
