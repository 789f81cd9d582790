// Makes a link by which somebody outside is asked for a note: seals what is asked for in this browser, and has the
// server keep that. The keys of one's own browsers go along, and the link holds their digest.
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { sealRequest } from "@studydesk/sealing/note-request";
import { maxReplyBytes, sizeOfReply } from "@studydesk/sealing/reply-content";
import { makeRequestLink } from "@studydesk/sealing/request-link";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { errorSentence } from "../../../lib/error-sentence";
import { useTRPC } from "../../../lib/trpc";
import { keepsNothing, useReplyKeys } from "../use-reply-keys";

export interface RequestChoices {
  text: string;
  /** Undefined: they are not told who asks. */
  from: string | undefined;
  /** For the author alone. */
  label: string;
  expiresInDays: number;
  maxNotes: number;
}

export type MakingRequest =
  | { stage: "choosing"; problem?: string }
  | { stage: "working" }
  /** The whole address with its secret: shown once, kept nowhere. */
  | { stage: "made"; link: string; expiresAt: string; maxNotes: number };

const tooLong = "This is more than 8 kB. Shorten what you ask for, then make the link.";

export function useMakeRequest(home: NoteHome) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { mutateAsync: create } = useMutation(trpc.shares.createRequest.mutationOptions());
  const replyKeys = useReplyKeys();
  const [making, setMaking] = useState<MakingRequest>({ stage: "choosing" });
  // Sealed but perhaps not kept: sent again as it is, the server keeps it once.
  const unsent = useRef<{ of: string; made: Awaited<ReturnType<typeof sealRequest>> }>(undefined);

  async function make(choices: RequestChoices): Promise<void> {
    const { text, from, label, expiresInDays, maxNotes } = choices;
    const content = from === undefined ? { text } : { text, from };
    if (sizeOfReply(content) > maxReplyBytes) return refuse(tooLong);
    setMaking({ stage: "working" });
    try {
      const of = JSON.stringify(choices);
      if (unsent.current?.of !== of) {
        const known = await replyKeys();
        if (!known) return refuse(keepsNothing);
        unsent.current = { of, made: await sealRequest(known.publicKeys, content) };
      }
      const { link, sealed } = unsent.current.made;
      const kept = await create({ ...sealed, home, label, expiresInDays, maxNotes });
      setMaking({
        stage: "made",
        link: location.origin + makeRequestLink(link),
        expiresAt: kept.expiresAt,
        maxNotes: kept.maxNotes,
      });
    } catch (error) {
      refuse(errorSentence(error));
    }
    void queryClient.invalidateQueries(trpc.shares.pathFilter());
  }

  function refuse(problem: string): void {
    setMaking({ stage: "choosing", problem });
  }

  return { making, make };
}
