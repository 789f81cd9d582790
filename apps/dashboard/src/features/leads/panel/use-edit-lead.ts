// Sends facts put right, one edit of a lead after another. A fact that somebody else changed meanwhile is
// not written; the answer names it, and the lead comes with what it holds now.

import type { EditLeadInput } from "@studydesk/domain/leads/edit-lead-input";
import { fullName } from "@studydesk/domain/leads/full-name";
import { leadFactLabels, leadFactNames } from "@studydesk/domain/leads/lead-facts";
import { useMutation } from "@tanstack/react-query";
import { useTRPCClient } from "../../../lib/trpc";
import { offerUndo } from "../../../lib/undo";
import { useLeadCache } from "../lead-cache";
import type { LeadView } from "../lead-types";
import { ownSteps } from "../own-steps";

export function useEditLead(lead: LeadView) {
  const client = useTRPCClient();
  const cache = useLeadCache();
  return useMutation({
    scope: { id: `lead-${lead.id}` },
    mutationFn: (fields: EditLeadInput["fields"]) =>
      client.leads.edit.mutate({ leadId: lead.id, fields }),
    onMutate: () => cache.hold(lead.id),
    onSuccess: ({ lead: changed, conflicts }, fields) => {
      const seen = ownSteps.follow(lead.id, lead.version);
      if (changed.version === seen + 1) ownSteps.remember(lead.id, seen, changed.version);
      cache.accept(changed);
      const saved = leadFactNames.filter((name) => fields[name] && !conflicts.includes(name));
      if (saved.length === 0) return;
      const names = saved.map((name) => leadFactLabels[name].toLowerCase());
      offerUndo({
        message: `${fullName(changed)}: ${new Intl.ListFormat("en-GB").format(names)} saved.`,
        changeId: changed.changeId,
      });
    },
    onSettled: () => void cache.reload(lead.id),
  });
}
