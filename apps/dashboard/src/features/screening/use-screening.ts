// A lead's questions as they are on the server. Asked for only where they are shown.
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../lib/trpc";

export function useScreening(leadId: number) {
  return useQuery(useTRPC().screening.read.queryOptions({ leadId }));
}
