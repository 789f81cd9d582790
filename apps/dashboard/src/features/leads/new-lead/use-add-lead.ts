// Sends a new lead, and opens it once it is kept: beside the list, or on its own page.
import { fullName } from "@studydesk/domain/leads/full-name";
import { useMutation } from "@tanstack/react-query";
import { useMatchRoute, useNavigate } from "@tanstack/react-router";
import { refusalOf } from "../../../lib/error-sentence";
import { showToast } from "../../../lib/toasts";
import { useTRPC } from "../../../lib/trpc";
import { useLeadCache } from "../lead-cache";

export function useAddLead(onAdded: () => void) {
  const trpc = useTRPC();
  const cache = useLeadCache();
  const openLead = useOpenLead();
  return useMutation(
    trpc.leads.add.mutationOptions({
      onSuccess: (lead) => {
        cache.accept(lead);
        void cache.reload(lead.id);
        showToast(`${fullName(lead)} is among the leads.`);
        onAdded();
        openLead(lead.id);
      },
    }),
  );
}

export function useOpenLead() {
  const navigate = useNavigate();
  const match = useMatchRoute();
  return (leadId: number) => {
    if (match({ to: "/inbox" })) {
      const search = { lead: leadId, tab: undefined };
      void navigate({
        from: "/inbox",
        search: (before) => ({ ...before, ...search }),
        state: true,
      });
    } else void navigate({ to: "/leads/$leadId", params: { leadId } });
  };
}

/** The lead of the person who is here already. */
export function leadHereAlready(error: unknown): number | undefined {
  const refusal = refusalOf(error);
  const leadId = refusal?.reason === "already_here" ? refusal.details?.leadId : undefined;
  return typeof leadId === "number" ? leadId : undefined;
}
