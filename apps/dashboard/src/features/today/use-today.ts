// What Today can do with the lead in front: log what came of the call, put it aside, move it on.

import { contactOutcomeLabels } from "@studydesk/domain/leads/contact-attempt";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { errorSentence } from "../../lib/error-sentence";
import { dayAndTimeWords } from "../../lib/time-words";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import type { CallOutcome } from "./call-outcomes";
import { fullName, type LeadView, type LogContact } from "./lead-types";
import { useLogOutcome } from "./use-log-outcome";
import { useQueue } from "./use-queue";

export interface Logged {
  lead: LeadView;
  /** "No answer". */
  what: string;
}

export type Today = ReturnType<typeof useToday>;

export function useToday() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const queue = useQueue();
  const [lastLogged, setLastLogged] = useState<Logged>();
  /** Spoken with, and still in front: what they said is to be noted. */
  const [spokenWith, setSpokenWith] = useState<{ leadId: number; version: number }>();

  const logOutcome = useLogOutcome({
    onLogged(lead, sent) {
      queue.settle(lead.id);
      const what = contactOutcomeLabels[sent.outcome];
      setLastLogged({ lead, what });
      showToast(`${fullName(lead)}: ${what.toLowerCase()}. ${nextTryWords(lead)}`);
    },
    onRefused(error, sent, lead) {
      queue.settle(sent.leadId);
      setSpokenWith((spoken) => (spoken?.leadId === sent.leadId ? undefined : spoken));
      const outcome = contactOutcomeLabels[sent.outcome].toLowerCase();
      const name = lead ? fullName(lead) : `Lead ${sent.leadId.toString()}`;
      showToast(`${name}: “${outcome}” was not logged. ${errorSentence(error)}`, {
        tone: "bad",
        action: { label: "Bring it back", run: () => void bringBack(sent) },
      });
    },
  });

  async function bringBack({ leadId, note }: LogContact) {
    try {
      const lead = await queryClient.query(
        trpc.leads.get.queryOptions({ leadId }, { staleTime: 0 }),
      );
      const why = "Brought back: what you logged was not taken.";
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
        showToast(`${fullName(lead)}: ${nextTryWords(lead)}`);
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
      if (manner === "stay") setSpokenWith({ leadId: lead.id, version: lead.version });
      else queue.advance(lead.id);
    },
    /** The lead has been decided about after the call: the next one, please. */
    finish(leadId: number) {
      setSpokenWith(undefined);
      queue.advance(leadId);
      queue.settle(leadId);
    },
    changeNextTry(lead: LeadView, at: string | null) {
      setFollowUp.mutate({ leadId: lead.id, at, expectedVersion: lead.version });
    },
  };
}

export function nextTryWords(lead: Pick<LeadView, "followUpAt" | "doNotContact">): string {
  if (lead.doNotContact) return "Nobody contacts them again.";
  if (!lead.followUpAt) return "No next try is set.";
  return `Next try ${dayAndTimeWords(lead.followUpAt, new Date())}.`;
}
