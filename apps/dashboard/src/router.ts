// All addresses of the desk, assembled: one line per route file.
import { createRouter } from "@tanstack/react-router";
import { accountRoute } from "./routes/account";
import { deskRoute } from "./routes/desk";
import { inboxRoute } from "./routes/inbox";
import { invitationRoute } from "./routes/invitation";
import { leadRoute } from "./routes/lead";
import { rootRoute } from "./routes/root";
import { todayRoute } from "./routes/today";

const routeTree = rootRoute.addChildren([
  invitationRoute,
  deskRoute.addChildren([todayRoute, inboxRoute, leadRoute, accountRoute]),
]);

export const router = createRouter({
  routeTree,
  basepath: "/desk",
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
