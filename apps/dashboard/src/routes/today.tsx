// /desk/ – Today, the coordinator's first screen.
import { createRoute } from "@tanstack/react-router";
import { TodayScreen } from "../features/today/today-screen";
import { deskRoute } from "./desk";

export const todayRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/",
  component: TodayScreen,
});
