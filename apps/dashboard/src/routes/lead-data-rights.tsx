// A person's data in a lead's panel: the two features know nothing of each other.
import type { LeadView } from "../features/leads/lead-types";
import { DataRights } from "../features/retention/data-rights";

export function renderDataRights(lead: LeadView) {
  return <DataRights key={lead.id} leadId={lead.id} />;
}
