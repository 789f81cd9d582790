// The inbox put together: leads, and the reader's own notes on the open one.
import { useSearch } from "@tanstack/react-router";
import { InboxScreen } from "../features/leads/inbox-screen";
import { renderReview } from "./lead-review";
import { useNotesSlot } from "./use-notes-slot";

export function InboxPage() {
  const leadId = useSearch({ from: "/desk/inbox", select: (search) => search.lead });
  return <InboxScreen review={renderReview} notes={useNotesSlot(leadId)} />;
}
