// Seals notes and has the sealed copy kept. The link's secret and the passcode stay in this page:
// what goes to the server is what `sealed` holds.
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { type MadeSeal, type RefusedSeal, sealInWorker } from "@studydesk/sealing/seal-in-worker";
import { makeShareLink } from "@studydesk/sealing/share-link";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { errorSentence } from "../../lib/error-sentence";
import { useTRPC } from "../../lib/trpc";
import { memoOf, payloadOf, type ShareChoices } from "./share-choices";
import { keepsNothing, useReplyKeys } from "./use-reply-keys";

export interface MadeShare {
  /** The whole address with its secret: shown once, kept nowhere. */
  link: string;
  passcode: string;
  expiresAt: string;
  maxViews: number;
  /** The share it replaces could not be revoked. */
  oldStillOpens: boolean;
}

export type MakingShare =
  | { stage: "choosing"; problem?: string }
  | { stage: "working"; words: string }
  | { stage: "made"; share: MadeShare };

const refusals: Readonly<Record<RefusedSeal, string>> = {
  too_short: "This passcode is too short. Use at least 8 characters, or a generated one.",
  common: "This passcode is one that people try first. Choose another, or a generated one.",
  malformed: "These notes cannot be shared as they are. Write something in each and try again.",
  too_large:
    "This is longer than a share may hold (32 kB). Untick a note, or shorten one, and try again.",
  no_memory:
    "This device could not seal it. Close other tabs and try again, or use another device.",
};

export function useMakeShare(home: NoteHome, replacesShareId: number | undefined) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const create = useMutation(trpc.shares.create.mutationOptions());
  const revoke = useMutation(trpc.shares.revoke.mutationOptions());
  const replyKeys = useReplyKeys();
  const [making, setMaking] = useState<MakingShare>({ stage: "choosing" });
  // Sealed but perhaps not kept: sent again as it is, the server keeps it once.
  const unsent = useRef<{ of: string; sealed: MadeSeal }>(undefined);

  async function make(choices: ShareChoices): Promise<void> {
    setMaking({ stage: "working", words: "Sealing it on this device…" });
    const of = JSON.stringify(choices);
    if (unsent.current?.of !== of) {
      const replyTo = await replyToOf(choices);
      if ("problem" in replyTo) {
        setMaking({ stage: "choosing", problem: replyTo.problem });
        return;
      }
      const result = await sealInWorker({
        payload: payloadOf(choices, replyTo.publicKeys),
        passcode: choices.passcode,
      });
      if ("refused" in result) {
        setMaking({ stage: "choosing", problem: refusals[result.refused] });
        return;
      }
      unsent.current = { of, sealed: result.made };
    }
    const { link, sealed } = unsent.current.sealed;
    setMaking({ stage: "working", words: "Keeping the sealed copy…" });
    try {
      const { expiresInDays, maxViews, passcode, takesReplies } = choices;
      const kept = await create.mutateAsync({
        ...sealed,
        home,
        memo: memoOf(choices),
        expiresInDays,
        maxViews,
        takesReplies,
      });
      const oldStillOpens = !(await endReplaced());
      setMaking({
        stage: "made",
        share: {
          link: location.origin + makeShareLink(link),
          passcode,
          expiresAt: kept.expiresAt,
          maxViews,
          oldStillOpens,
        },
      });
    } catch (error) {
      setMaking({ stage: "choosing", problem: errorSentence(error) });
    }
    void queryClient.invalidateQueries(trpc.shares.pathFilter());
  }

  async function replyToOf({
    takesReplies,
  }: ShareChoices): Promise<{ publicKeys: string[] | undefined } | { problem: string }> {
    if (!takesReplies) return { publicKeys: undefined };
    try {
      const known = await replyKeys();
      if (!known) return { problem: `${keepsNothing} Or untick that they may write back.` };
      return { publicKeys: known.publicKeys };
    } catch (error) {
      return { problem: errorSentence(error) };
    }
  }

  async function endReplaced(): Promise<boolean> {
    if (replacesShareId === undefined) return true;
    return revoke.mutateAsync({ shareId: replacesShareId, reason: "reissued" }).then(
      () => true,
      () => false,
    );
  }

  return { making, make };
}
