// A lead's own page put together: the lead, its questions, its review, and the reader's own notes.
import { useParams } from "@tanstack/react-router";
import { LeadScreen } from "../features/leads/panel/lead-screen";
import { renderDataRights } from "./lead-data-rights";
import { renderReview } from "./lead-review";
import { renderScreening } from "./lead-screening";
import { useNotesSlot } from "./use-notes-slot";

export function LeadPage() {
  const leadId = useParams({ from: "/desk/leads/$leadId", select: (params) => params.leadId });
  const notes = useNotesSlot(leadId);
  return (
    <LeadScreen
      review={renderReview}
      screening={renderScreening}
      dataRights={renderDataRights}
      notes={notes}
    />
  );
}
