// All addresses of the desk, assembled: one line per route file.
import { createRouter } from "@tanstack/react-router";
import { ErrorScreen } from "./app-shell/full-page-states";
import { accountRoute } from "./routes/account";
import { auditRoute } from "./routes/audit";
import { backupsRoute } from "./routes/backups";
import { deskRoute } from "./routes/desk";
import { duplicatesRoute, pairRoute } from "./routes/duplicates";
import { homeRoute } from "./routes/home";
import { importRoute, importsRoute } from "./routes/imports";
import { inboxRoute } from "./routes/inbox";
import { invitationRoute } from "./routes/invitation";
import { leadRoute } from "./routes/lead";
import { myNotesRoute } from "./routes/my-notes";
import { forgotRoute, newPasswordRoute } from "./routes/new-password";
import { outboxRoute } from "./routes/outbox";
import { peopleRoute } from "./routes/people";
import { reportsRoute } from "./routes/reports";
import { reviewRoute } from "./routes/review";
import { rootRoute } from "./routes/root";
import { sharesRoute } from "./routes/shares";
import { sitesRoute } from "./routes/sites";
import {
  criteriaRoute,
  importStudiesRoute,
  overviewRoute,
  studiesRoute,
  studyRoute,
  studyTextsRoute,
} from "./routes/studies";
import { templatesRoute } from "./routes/templates";
import { todayRoute } from "./routes/today";
import { viewsRoute } from "./routes/views";
import { visitsRoute } from "./routes/visits";

const routeTree = rootRoute.addChildren([
  invitationRoute,
  forgotRoute,
  newPasswordRoute,
  deskRoute.addChildren([
    todayRoute,
    homeRoute,
    inboxRoute,
    viewsRoute,
    visitsRoute,
    leadRoute,
    importsRoute,
    importRoute,
    duplicatesRoute,
    pairRoute,
    reportsRoute,
    reviewRoute,
    studiesRoute,
    studyRoute,
    criteriaRoute,
    studyTextsRoute,
    overviewRoute,
    importStudiesRoute,
    peopleRoute,
    myNotesRoute,
    sharesRoute,
    sitesRoute,
    outboxRoute,
    backupsRoute,
    auditRoute,
    templatesRoute,
    accountRoute,
  ]),
]);

export const router = createRouter({
  routeTree,
  basepath: "/desk",
  // A screen that breaks leaves the navigation standing.
  defaultErrorComponent: ErrorScreen,
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
