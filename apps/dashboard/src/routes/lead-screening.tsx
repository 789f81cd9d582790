// Puts a lead's questions into its panel: the features know nothing of each other.
import type { LeadView } from "../features/leads/lead-types";
import { ScreeningSection } from "../features/screening/screening-section";

export function renderScreening(lead: LeadView) {
  return <ScreeningSection lead={lead} />;
}
