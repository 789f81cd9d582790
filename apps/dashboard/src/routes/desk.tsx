// Everything behind the sign-in: the shell around whichever screen is open. Screens hang below this
// route, so none can be reached signed out.
import { createRoute, Outlet } from "@tanstack/react-router";
import { AppShell } from "../app-shell/app-shell";
import { ErrorPage, NotFoundScreen } from "../app-shell/full-page-states";
import { SessionGate } from "../features/session/session-gate";
import { KeptAnswers } from "./kept-answers";
import { rootRoute } from "./root";

export const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "desk",
  component: Desk,
  notFoundComponent: NotFoundScreen,
  errorComponent: ErrorPage,
});

function Desk() {
  return (
    <SessionGate>
      <KeptAnswers />
      <AppShell>
        <Outlet />
      </AppShell>
    </SessionGate>
  );
}
