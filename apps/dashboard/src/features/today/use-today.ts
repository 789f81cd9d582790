// What Today can do with the lead in front: log what came of the call, put it aside, move it on, and take
// back what was done last.
import { contactOutcomeLabels } from "@studydesk/domain/contact/contact-attempt";
import type { ContactReason } from "@studydesk/domain/contact/contact-reason";
import { fullName } from "@studydesk/domain/leads/full-name";
import { leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { type SkipLeadInput, skipReasonLabels } from "@studydesk/domain/queue/skip-lead";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { errorSentence } from "../../lib/error-sentence";
import { useMe } from "../../lib/me";
import { dayAndTimeWords } from "../../lib/time-words";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import { undoStack } from "../../lib/undo";
import { readDraft, writeDraft } from "../../lib/use-draft";
import type { CallOutcome } from "./call-outcomes";
import type { LeadView, LogContact } from "./lead-types";
import { type Front, useFront } from "./use-front";
import { useLogOutcome } from "./use-log-outcome";
import { useQueue } from "./use-queue";

export interface Done {
  lead: LeadView;
  /** "No answer", "now Pre-screening", "skipped until tomorrow 09:00". */
  what: string;
  /** It says itself when the lead comes back. */
  isSkip?: boolean;
  /** Takes it back; left out: there is nothing to take back. */
  undo?: () => void;
}

export interface OutcomeExtra {
  note: string;
  nextTryAt?: string;
  despite?: ContactReason;
}

export type Today = ReturnType<typeof useToday>;

export function noteDraft(leadId: number): string {
  return `today.note.${leadId.toString()}`;
}

export function useToday() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { userId } = useMe();
  const [front, setFront] = useFront();
  const queue = useQueue(front?.leadId);
  const [lastDone, setLastDone] = useState<Done>();
  const { shown } = queue;
  // What is in front is remembered by its number; a further step with it stays until the lead goes.
  const shownId = shown?.lead.id;
  const remember = useEffectEvent((leadId: number) => {
    if (front?.leadId !== leadId) setFront({ leadId });
  });
  useEffect(() => {
    if (shownId !== undefined) remember(shownId);
  }, [shownId]);
  const step = shown && front?.leadId === shown.lead.id ? front : undefined;

  const logging = useLogOutcome({
    onLogged(lead, sent) {
      writeDraft(userId, noteDraft(lead.id), "");
      queue.settle(lead.id);
      setLastDone({
        lead,
        what: contactOutcomeLabels[sent.outcome],
        ...undoOf(lead, () => bringBack(sent, "Taken back. What you had logged is undone.")),
      });
    },
    onRefused(error, sent) {
      queue.settle(sent.leadId);
      if (step?.spoken && step.leadId === sent.leadId) setFront({ leadId: sent.leadId });
      const outcome = contactOutcomeLabels[sent.outcome].toLowerCase();
      const name = shown?.lead.id === sent.leadId ? fullName(shown.lead) : `Lead ${sent.leadId}`;
      showToast(`${name}: “${outcome}” was not logged. ${errorSentence(error)}`, {
        tone: "bad",
        action: {
          label: "Bring it back",
          run: () => void bringBack(sent, "Brought back: what you logged was not taken."),
        },
      });
    },
  });

  /** By z, or by the button: the newest first. */
  function undoOf({ changeId }: LeadView, onUndone: () => unknown): Pick<Done, "undo"> {
    if (changeId === undefined) return {};
    const what = { kind: "change", id: changeId } as const;
    const key = undoStack.push({
      what,
      onUndone: () => {
        setLastDone(undefined);
        onUndone();
      },
    });
    return { undo: () => undoStack.undo(key) };
  }

  async function bringBack(
    { leadId, note }: Pick<LogContact, "leadId" | "note">,
    sentence: string,
  ): Promise<void> {
    try {
      const lead = await queryClient.query(
        trpc.leads.get.queryOptions({ leadId }, { staleTime: 0 }),
      );
      if (note && !readDraft(userId, noteDraft(leadId))) {
        writeDraft(userId, noteDraft(leadId), note);
      }
      setFront({ leadId });
      const why = { sentence, isLate: false };
      queue.show({ lead, kind: "resumed", why, last: [], nextTries: {} });
    } catch (error) {
      showToast(errorSentence(error), { tone: "bad" });
    }
  }

  const setFollowUp = useMutation(
    trpc.leads.setFollowUp.mutationOptions({
      onSuccess(lead) {
        queryClient.setQueryData(trpc.leads.get.queryKey({ leadId: lead.id }), lead);
        setLastDone((last) =>
          last?.lead.id === lead.id ? { ...last, lead, ...undoOf(lead, () => undefined) } : last,
        );
      },
      onError: (error) => showToast(errorSentence(error), { tone: "bad" }),
    }),
  );

  const skipping = useMutation(
    trpc.leads.skip.mutationOptions({
      onSuccess({ lead, until }, { reason }) {
        queryClient.setQueryData(trpc.leads.get.queryKey({ leadId: lead.id }), lead);
        queue.settle(lead.id);
        const words = until
          ? `back ${dayAndTimeWords(until, new Date())}`
          : `given to ${lead.ownerName ?? "a colleague"}`;
        const what = `skipped (${skipReasonLabels[reason].toLowerCase()}), ${words}`;
        const back = () => unskip([lead.id], lead.id);
        setLastDone({
          lead,
          what,
          isSkip: true,
          ...(lead.changeId === undefined ? { undo: back } : undoOf(lead, back)),
        });
      },
      onError(error, { leadId }) {
        queue.settle(leadId);
        queue.lookAgain();
        showToast(errorSentence(error), { tone: "bad" });
      },
    }),
  );

  const bringing = useMutation(trpc.leads.bringBack.mutationOptions());

  /** `thenShow`: this one goes in front at once. */
  function unskip(leadIds: number[], thenShow?: number): void {
    bringing.mutate(
      { leadIds },
      {
        onSuccess() {
          queue.lookAgain();
          setLastDone(undefined);
          if (thenShow !== undefined) void bringBack({ leadId: thenShow }, "Brought back.");
        },
        onError: (error) => showToast(errorSentence(error), { tone: "bad" }),
      },
    );
  }

  function go(leadId: number): void {
    setFront(undefined);
    queue.advance(leadId);
  }

  return {
    queue,
    lastDone,
    step,
    setStep: (next: Omit<Front, "leadId">) => shown && setFront({ leadId: shown.lead.id, ...next }),
    log(lead: LeadView, { outcome, manner }: CallOutcome, extra: OutcomeExtra) {
      logging.log({
        leadId: lead.id,
        channel: "phone",
        outcome,
        expectedVersion: lead.version,
        ...(extra.note ? { note: extra.note } : {}),
        ...(extra.nextTryAt ? { nextTryAt: extra.nextTryAt } : {}),
        ...(extra.despite ? { despite: extra.despite } : {}),
      });
      if (manner === "stay") {
        setFront({ leadId: lead.id, spoken: { version: lead.version, outcome } });
      } else go(lead.id);
    },
    /** The lead has been decided about after the call (`moved`, or left there): the next one, please. */
    finish(leadId: number, moved: LeadView | undefined) {
      if (moved) {
        setLastDone({
          lead: moved,
          what: `now ${leadStatusLabels[moved.status]}`,
          ...undoOf(moved, () => bringBack({ leadId }, "Taken back: decide anew.")),
        });
      }
      go(leadId);
      queue.settle(leadId);
    },
    skip(lead: LeadView, input: Pick<SkipLeadInput, "reason" | "toUserId">) {
      skipping.mutate({ leadId: lead.id, expectedVersion: lead.version, ...input });
      go(lead.id);
    },
    unskip,
    changeNextTry(lead: LeadView, at: string | null) {
      setFollowUp.mutate({ leadId: lead.id, at, expectedVersion: lead.version });
    },
  };
}
