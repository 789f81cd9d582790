// What is typed into a note's field and not kept yet: sealed on the server, so that it is there again after a
// reload, on another screen and in another browser; and nothing of it lies in this one.
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { type NoteDraft, noteDraft } from "@studydesk/domain/notes/note-inputs";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useMe } from "../../lib/me";
import { useTRPC, useTRPCClient } from "../../lib/trpc";
import { type DraftSender, draftName, makeDraftSender } from "./draft-sender";
import { homeName } from "./note-types";

export interface Typed {
  body: string;
  tags: string[];
}

interface Place {
  /** As `draftName` gives it. */
  name: string;
  /** Where nothing was typed. */
  start: Typed;
  about: Pick<NoteDraft, "noteId" | "anchor">;
}

const senders = new Map<string, DraftSender>();

export function useNoteDraft(home: NoteHome, { name, start, about }: Place) {
  const sender = useSender(home);
  const { kept, forgetKept } = useKept(home, sender);
  const [own, setOwn] = useState<Typed | undefined>(() => sender.find(name));
  const isKeptHere = kept !== null && draftName(kept) === name;
  const typed = own ?? (isKeptHere ? kept : start);

  useEffect(() => {
    const leave = () => sender.flush(true);
    const hide = () => document.visibilityState === "hidden" && leave();
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", hide);
      sender.flush();
    };
  }, [sender]);

  function forget() {
    setOwn(undefined);
    sender.drop(name);
    if (isKeptHere) forgetKept();
  }

  return {
    typed,
    type(change: Partial<Typed>) {
      const next = { ...typed, ...change };
      if (next.body === start.body && next.tags.join("\n") === start.tags.join("\n")) {
        forget();
        setOwn(next);
        return;
      }
      setOwn(next);
      const draft = noteDraft.safeParse({ ...next, ...about });
      // Too long to be kept: the field says so.
      if (draft.success) sender.put(name, draft.data);
    },
    forget,
  };
}

function useSender(home: NoteHome): DraftSender {
  const { userId } = useMe();
  const client = useTRPCClient();
  const key = `${userId} ${homeName(home)}`;
  const known = senders.get(key);
  if (known) return known;
  const sender = makeDraftSender((draft, isLeaving) =>
    isLeaving
      ? // The answer comes when nobody is there any more.
        fetch("/api/trpc/notes.saveDraft", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ home, draft }),
          keepalive: true,
        })
      : client.notes.saveDraft.mutate({ home, draft }),
  );
  senders.set(key, sender);
  return sender;
}

function useKept(home: NoteHome, sender: DraftSender) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const options = trpc.notes.readDraft.queryOptions({ home }, { staleTime: 0, gcTime: 0 });
  const { data = null } = useQuery({ ...options, refetchOnWindowFocus: false });
  useEffect(() => {
    if (data) sender.learn(data);
  }, [data, sender]);
  return { kept: data, forgetKept: () => queryClient.setQueryData(options.queryKey, null) };
}
