// The inbox put together: leads, and of the open one its questions, its review and the reader's own notes.
import { useSearch } from "@tanstack/react-router";
import { InboxScreen } from "../features/leads/inbox-screen";
import { renderDataRights } from "./lead-data-rights";
import { renderReview } from "./lead-review";
import { renderScreening } from "./lead-screening";
import { useNotesSlot } from "./use-notes-slot";

export function InboxPage() {
  const leadId = useSearch({ from: "/desk/inbox", select: (search) => search.lead });
  const notes = useNotesSlot(leadId);
  return (
    <InboxScreen
      review={renderReview}
      screening={renderScreening}
      dataRights={renderDataRights}
      notes={notes}
    />
  );
}
