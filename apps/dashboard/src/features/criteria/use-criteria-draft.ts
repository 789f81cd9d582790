// A draft that saves itself: a moment after the last key, one save at a time, again when the connection is
// back. What is typed stays in the tab until the server has it, and nobody's save is overwritten.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { isStale, isUnreachable } from "../../lib/error-sentence";
import { useMe } from "../../lib/me";
import { showToast } from "../../lib/toasts";
import { type RouterInputs, useTRPC, useTRPCClient } from "../../lib/trpc";
import { readDraft, writeDraft } from "../../lib/use-draft";
import type { CriteriaVersion } from "./criteria-types";
import { type DraftEntry, fieldsOf } from "./draft-entries";
import {
  type DraftState,
  hear,
  isChanged,
  keepWords,
  openDraft,
  settleClash,
  takeSaved,
} from "./draft-state";
import { problemOf } from "./entry-problem";

const pauseMs = 600;
const retryMs = 5_000;

export const draftName = (versionId: number) => `criteria.${versionId.toString()}`;

/** Whoever saved the draft that the server has; an import saves it as nobody. */
export function saverOf({ savedByName }: Pick<CriteriaVersion, "savedByName">): string {
  return savedByName ?? "The registry’s record";
}

export type CriteriaDraft = ReturnType<typeof useCriteriaDraft>;

export function useCriteriaDraft(saved: CriteriaVersion) {
  const { userId } = useMe();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const versionId = saved.id;
  const [state, setState] = useState(() =>
    openDraft(saved, readDraft(userId, draftName(versionId))),
  );
  const current = useRef(state);
  const sent = useRef<readonly DraftEntry[]>([]);
  const isUnderWay = useRef(false);

  const update = useCallback(
    (step: (before: DraftState) => DraftState) => {
      const next = step(current.current);
      current.current = next;
      setState(next);
      writeDraft(userId, draftName(versionId), keepWords(next));
    },
    [userId, versionId],
  );

  const saving = useMutation(
    trpc.criteria.saveDraft.mutationOptions({
      onSuccess(answer) {
        update((before) => takeSaved(before, sent.current, answer));
        queryClient.setQueryData(trpc.criteria.read.queryKey({ versionId }), answer);
        void queryClient.invalidateQueries(trpc.criteria.versions.queryFilter());
        void queryClient.invalidateQueries(trpc.criteria.diff.queryFilter({ versionId }));
        void queryClient.invalidateQueries(trpc.criteria.effect.queryFilter({ versionId }));
      },
      onSettled: () => {
        isUnderWay.current = false;
      },
      // Somebody was faster, or published it: what is there now comes, and is put together with this.
      onError: () => queryClient.invalidateQueries(trpc.criteria.read.queryFilter({ versionId })),
    }),
  );
  const { isPending, error, mutate, variables } = saving;

  useEffect(() => {
    if (isPending || saved.revision <= current.current.revision) return;
    update((before) => hear(before, saved));
    if (current.current.clashes.length > 0) return;
    showToast(`${saverOf(saved)} saved this draft, too. What you typed stays; theirs is here now.`);
  }, [saved, isPending, update]);

  const hasWork = canSend(state);
  const isSameAgain = isPointless(error, variables, state);
  useEffect(() => {
    if (!hasWork || isPending || isSameAgain) return;
    const { entries, revision } = state;
    const save = () => {
      sent.current = entries;
      isUnderWay.current = true;
      mutate({ versionId, expectedRevision: revision, criteria: entries.map(fieldsOf) });
    };
    const timer = window.setTimeout(save, isUnreachable(error) ? retryMs : pauseMs);
    return () => window.clearTimeout(timer);
  }, [hasWork, isPending, isSameAgain, state, error, mutate, versionId]);

  // Whoever leaves in the middle of the pause leaves nothing behind; in the middle of a save, what was typed
  // since waits in the tab.
  useEffect(
    () => () => {
      const { entries, revision } = current.current;
      if (!canSend(current.current) || isUnderWay.current) return;
      const criteria = entries.map(fieldsOf);
      client.criteria.saveDraft
        .mutate({ versionId, expectedRevision: revision, criteria })
        .then((answer) => {
          writeDraft(userId, draftName(versionId), "");
          queryClient.setQueryData(trpc.criteria.read.queryKey({ versionId }), answer);
        })
        // It waits in the tab, and is put together with what is there then.
        .catch(() => undefined);
    },
    [client, queryClient, trpc, userId, versionId],
  );

  return {
    ...state,
    isChanged: isChanged(state),
    isSaving: isPending,
    error: isStale(error) ? null : error,
    change: (entries: readonly DraftEntry[]) => update((before) => ({ ...before, entries })),
    /** What was removed comes back where it stood, whatever was typed since. */
    putBack: (entry: DraftEntry, at: number) =>
      update((before) => ({ ...before, entries: before.entries.toSpliced(at, 0, entry) })),
    /** Lets go of what was typed: the draft is gone. */
    forget: () => update(() => openDraft(saved)),
    settle: (key: string, takes: "mine" | "theirs") =>
      update((before) => settleClash(before, key, takes)),
  };
}

/** After a refusal: until something else is typed; after a crossing: until what crossed it is here. */
function isPointless(
  error: unknown,
  sent: RouterInputs["criteria"]["saveDraft"] | undefined,
  { entries, revision }: DraftState,
): boolean {
  if (!error || !sent || isUnreachable(error)) return false;
  if (isStale(error)) return sent.expectedRevision === revision;
  return JSON.stringify(sent.criteria) === JSON.stringify(entries.map(fieldsOf));
}

function canSend(state: DraftState): boolean {
  return isChanged(state) && state.clashes.length === 0 && !state.entries.some(problemOf);
}
