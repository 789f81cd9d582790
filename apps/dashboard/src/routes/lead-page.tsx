// A lead's own page put together: the lead, and the reader's own notes on it.
import { useParams } from "@tanstack/react-router";
import { LeadScreen } from "../features/leads/panel/lead-screen";
import { renderReview } from "./lead-review";
import { useNotesSlot } from "./use-notes-slot";

export function LeadPage() {
  const leadId = useParams({ from: "/desk/leads/$leadId", select: (params) => params.leadId });
  return <LeadScreen review={renderReview} notes={useNotesSlot(leadId)} />;
}
