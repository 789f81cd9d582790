// What Today can do with the lead in front: log what came of the call, put it aside, move it on.
import { type ContactOutcome, contactOutcomeLabels } from "@studydesk/domain/leads/contact-attempt";
import { fullName } from "@studydesk/domain/leads/full-name";
import { leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { errorSentence, isSignedOut } from "../../lib/error-sentence";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import type { CallOutcome } from "./call-outcomes";
import type { LeadView, LogContact } from "./lead-types";
import { useLogOutcome } from "./use-log-outcome";
import { useQueue } from "./use-queue";

export interface Logged {
  lead: LeadView;
  /** "No answer", "now Pre-screening". */
  what: string;
}

interface SpokenWith {
  leadId: number;
  /** From before the call was logged. */
  version: number;
  outcome: ContactOutcome;
}

export type Today = ReturnType<typeof useToday>;

export function useToday() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const queue = useQueue();
  const [lastLogged, setLastLogged] = useState<Logged>();
  /** Spoken with, and still in front: what they said is to be noted. */
  const [spokenWith, setSpokenWith] = useState<SpokenWith>();

  const [unsent, setUnsent] = useState<LogContact[]>([]);

  const logOutcome = useLogOutcome({
    onLogged(lead, sent) {
      queue.settle(lead.id);
      setLastLogged({ lead, what: contactOutcomeLabels[sent.outcome] });
    },
    onRefused(error, sent, lead) {
      queue.settle(sent.leadId);
      setSpokenWith((spoken) => (spoken?.leadId === sent.leadId ? undefined : spoken));
      if (isSignedOut(error)) {
        setUnsent((all) => [...all, sent]);
        return;
      }
      const outcome = contactOutcomeLabels[sent.outcome].toLowerCase();
      const name = lead ? fullName(lead) : `Lead ${sent.leadId.toString()}`;
      showToast(`${name}: “${outcome}” was not logged. ${errorSentence(error)}`, {
        tone: "bad",
        action: { label: "Bring it back", run: () => void bringBack(sent) },
      });
    },
  });

  // Refused since the session was over: said once the same person is back, not over the sign-in.
  const offerUnsent = useEffectEvent(() => {
    if (queryClient.getQueryData(trpc.people.me.queryKey()) === null) return;
    for (const sent of unsent) {
      const outcome = contactOutcomeLabels[sent.outcome].toLowerCase();
      showToast(`You were signed out before “${outcome}” was logged.`, {
        tone: "bad",
        action: { label: "Bring the lead back", run: () => void bringBack(sent) },
      });
    }
    setUnsent([]);
  });
  const hasUnsent = unsent.length > 0;
  useEffect(() => {
    if (hasUnsent) offerUnsent();
  }, [hasUnsent]);

  async function bringBack({ leadId, note }: LogContact) {
    try {
      const lead = await queryClient.query(
        trpc.leads.get.queryOptions({ leadId }, { staleTime: 0 }),
      );
      const why = { sentence: "Brought back: what you logged was not taken.", isLate: true };
      queue.show({ lead, why, last: [], ...(note ? { note } : {}) });
    } catch (error) {
      showToast(errorSentence(error), { tone: "bad" });
    }
  }

  const setFollowUp = useMutation(
    trpc.leads.setFollowUp.mutationOptions({
      onSuccess(lead) {
        queryClient.setQueryData(trpc.leads.get.queryKey({ leadId: lead.id }), lead);
        setLastLogged((last) => (last?.lead.id === lead.id ? { ...last, lead } : last));
      },
      onError: (error) => showToast(errorSentence(error), { tone: "bad" }),
    }),
  );

  return {
    queue,
    lastLogged,
    spokenWith,
    log(
      lead: LeadView,
      { outcome, manner }: CallOutcome,
      extra: { note: string; nextTryAt?: string },
    ) {
      logOutcome.mutate({
        leadId: lead.id,
        channel: "phone",
        outcome,
        expectedVersion: lead.version,
        ...(extra.note ? { note: extra.note } : {}),
        ...(extra.nextTryAt ? { nextTryAt: extra.nextTryAt } : {}),
      });
      if (manner === "stay") setSpokenWith({ leadId: lead.id, version: lead.version, outcome });
      else queue.advance(lead.id);
    },
    /** The lead has been decided about after the call (`moved`, or left there): the next one, please. */
    finish(leadId: number, moved: LeadView | undefined) {
      if (moved) setLastLogged({ lead: moved, what: `now ${leadStatusLabels[moved.status]}` });
      setSpokenWith(undefined);
      queue.advance(leadId);
      queue.settle(leadId);
    },
    changeNextTry(lead: LeadView, at: string | null) {
      setFollowUp.mutate({ leadId: lead.id, at, expectedVersion: lead.version });
    },
  };
}
