// /desk/studies – the list, one study, its criteria, the texts of its page, its
// plain-language text, and the import.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readCriteriaSearch } from "../features/criteria/criteria-search";
import { readOverviewSearch } from "../features/overview/overview-search";
import { readStudyTextsSearch } from "../features/study-texts/study-texts-search";
import { deskRoute } from "./desk";

export const studiesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/studies",
  component: lazyRouteComponent(
    () => import("../features/studies/studies-screen"),
    "StudiesScreen",
  ),
});

const studyParams = {
  // Zero is no study: an address that was typed wrong ends in "not here", as one cut short does.
  parse: ({ studyId }: { studyId: string }) => ({
    studyId: /^\d{1,15}$/.test(studyId) ? Number(studyId) : 0,
  }),
  stringify: ({ studyId }: { studyId: number }) => ({ studyId: String(studyId) }),
};

export const studyRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/studies/$studyId",
  params: studyParams,
  component: lazyRouteComponent(() => import("./study-page"), "StudyPage"),
});

export const studyTextsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/studies/$studyId/texts",
  params: studyParams,
  validateSearch: readStudyTextsSearch,
  component: lazyRouteComponent(() => import("./study-texts-page"), "StudyTextsPage"),
});

export const criteriaRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/studies/$studyId/criteria",
  params: studyParams,
  validateSearch: readCriteriaSearch,
  component: lazyRouteComponent(() => import("./criteria-page"), "CriteriaPage"),
});

export const overviewRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/studies/$studyId/overview",
  params: studyParams,
  validateSearch: readOverviewSearch,
  component: lazyRouteComponent(() => import("./overview-page"), "OverviewPage"),
});

export const importStudiesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/studies/import",
  component: lazyRouteComponent(() => import("../features/studies/import-screen"), "ImportScreen"),
});
