// /desk/outbox – the mail; the address holds which is listed and which is open.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readOutboxSearch } from "../features/outbox/outbox-search";
import { deskRoute } from "./desk";

export const outboxRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/outbox",
  validateSearch: readOutboxSearch,
  component: lazyRouteComponent(() => import("./outbox-page"), "OutboxPage"),
});
