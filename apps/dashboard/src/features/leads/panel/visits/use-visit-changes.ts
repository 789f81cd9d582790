// Plans, moves and ends visits of a lead, and says what became of the mail to the person.
import { fullName } from "@studydesk/domain/leads/full-name";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { errorSentence } from "../../../../lib/error-sentence";
import { showToast, type ToastOptions } from "../../../../lib/toasts";
import { type RouterOutputs, useTRPC } from "../../../../lib/trpc";
import { visitTimeWords } from "../../../../lib/visit-time-words";
import { useLeadCache } from "../../lead-cache";
import type { LeadView } from "../../lead-types";

export type Visit = RouterOutputs["visits"]["list"]["visits"][number];
type Changed = RouterOutputs["visits"]["plan"];

export function useVisitChanges(lead: LeadView) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const cache = useLeadCache();
  const shared = {
    scope: { id: `lead-${lead.id}` },
    onSuccess(changed: Changed) {
      cache.accept(changed.lead);
      showToast(`${fullName(changed.lead)}: ${changedWords(changed)}`);
    },
    onError(error: unknown) {
      const bad: ToastOptions = { tone: "bad" };
      showToast(`${fullName(lead)}: ${errorSentence(error)}`, bad);
    },
    onSettled() {
      void cache.reload(lead.id);
      void queryClient.invalidateQueries(trpc.visits.pathFilter());
    },
  };
  return {
    plan: useMutation(trpc.visits.plan.mutationOptions(shared)),
    move: useMutation(trpc.visits.move.mutationOptions(shared)),
    end: useMutation(trpc.visits.end.mutationOptions(shared)),
  };
}

function changedWords({ visit, lead, mail }: Changed): string {
  const when = visitTimeWords(visit, { now: new Date(), timeZone: lead.siteTimeZone });
  const what = {
    planned: `visit on ${when}.`,
    held: "the visit was held.",
    no_show: "did not come. Call, and arrange another visit.",
    cancelled: `the visit on ${when} is called off.`,
  }[visit.state];
  return mail === null ? what : `${what} ${mailWords[mail]}`;
}

const mailWords = {
  queued: "A mail is on its way.",
  no_address: "No mail went out: no address is known.",
  may_not: "No mail went out: the person may not be written to.",
};
