// /desk/backups – how safe the data are, for those who answer for them.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { deskRoute } from "./desk";

export const backupsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/backups",
  component: lazyRouteComponent(
    () => import("../features/backups/backups-screen"),
    "BackupsScreen",
  ),
});
