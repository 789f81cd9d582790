// /desk/inbox – the lead list with the open lead beside it; the address holds view, filters and order.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { inboxSearch } from "../features/leads/inbox-search";
import { deskRoute } from "./desk";

export const inboxRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/inbox",
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import("./inbox-page"), "InboxPage"),
});
