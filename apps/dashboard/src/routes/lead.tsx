// /desk/leads/1042 – one lead on a page of its own.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { leadSearch, readLeadId } from "../features/leads/inbox-search";
import { deskRoute } from "./desk";

export const leadRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/leads/$leadId",
  params: {
    parse: ({ leadId }) => ({ leadId: readLeadId(leadId) }),
    stringify: ({ leadId }) => ({ leadId: String(leadId ?? "") }),
  },
  validateSearch: leadSearch,
  component: lazyRouteComponent(() => import("./lead-page"), "LeadPage"),
});
