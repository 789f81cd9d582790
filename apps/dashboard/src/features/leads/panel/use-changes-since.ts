// Who changed what of the lead since a version that was on the screen.
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../lib/trpc";
import type { LeadView } from "../lead-types";

/** Nothing is asked while the lead still is at that version. */
export function useChangesSince(lead: LeadView, version: number) {
  const trpc = useTRPC();
  const { data = [] } = useQuery(
    trpc.leads.changesSince.queryOptions(
      { leadId: lead.id, version },
      { enabled: lead.version > version, staleTime: 0 },
    ),
  );
  return data;
}
