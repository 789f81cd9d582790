// What may be said of the lead that notes are about. Undefined until it is known; nothing of a study's.
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../lib/trpc";
import { leadFactsOf } from "./lead-facts-of";
import type { LeadFact } from "./share-types";

export function useLeadFacts(home: NoteHome): readonly LeadFact[] | undefined {
  const leadId = "leadId" in home ? home.leadId : undefined;
  const lead = useQuery(
    useTRPC().leads.get.queryOptions({ leadId: leadId ?? 0 }, { enabled: leadId !== undefined }),
  );
  // Without the lead the notes can still be shared: nothing of whom they are about goes along.
  if (leadId === undefined || lead.isError) return [];
  return lead.data && leadFactsOf(lead.data);
}
