// /desk/invitation#<token> – taking up an invitation; open to people without an account.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "./root";

export const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/invitation",
  component: lazyRouteComponent(
    () => import("../features/session/invitation-screen"),
    "InvitationScreen",
  ),
});
