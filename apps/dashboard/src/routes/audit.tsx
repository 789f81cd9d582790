// /desk/audit – the audit trail; the address holds what is looked for.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { auditSearch } from "../features/audit/audit-search";
import { deskRoute } from "./desk";

export const auditRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/audit",
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import("./audit-page"), "AuditPage"),
});
