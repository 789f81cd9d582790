// What is typed into a note's field and not kept yet: sealed on the server, so that it is there again after a
// reload, on another screen and in another browser; and nothing of it lies in this one.
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import {
  type NoteDraft,
  noteDraft,
  type SaveDraftInput,
} from "@studydesk/domain/notes/note-inputs";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { isUnreachable } from "../../lib/error-sentence";
import { useMe } from "../../lib/me";
import { useTRPC } from "../../lib/trpc";
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

/** Of the person who is signed in, by home. */
const senders = new Map<string, DraftSender>();
let author: string | undefined;

/** Tells other tabs of the homes whose draft became a note; never what it says. */
const otherTabs = new BroadcastChannel("studydesk.note-drafts");

export function useNoteDraft(home: NoteHome, { name, start, about }: Place) {
  const sender = useSender(home);
  const { kept, forgetKept, askAgain } = useKept(home, sender);
  const [own, setOwn] = useState<Typed | undefined>(() => sender.find(name));
  const isKeptHere = kept !== null && draftName(kept) === name;
  const typed = own ?? (isKeptHere ? kept : start);

  useEffect(() => {
    const leave = () => sender.flush(true);
    const hide = () => document.visibilityState === "hidden" && leave();
    const rest = () => sender.flush();
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hide);
    // Before a press on "Sign out" is heard.
    document.addEventListener("focusout", rest);
    // What waited while somebody was signed out.
    rest();
    return () => {
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", hide);
      document.removeEventListener("focusout", rest);
      rest();
    };
  }, [sender]);

  const key = homeName(home);
  useEffect(() => {
    const hear = ({ data }: MessageEvent<unknown>) => {
      if (data !== key) return;
      if (!sender.isOwn(name)) setOwn(undefined);
      askAgain();
    };
    otherTabs.addEventListener("message", hear);
    return () => otherTabs.removeEventListener("message", hear);
  }, [sender, key, name, askAgain]);

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
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  if (author !== userId) {
    for (const sender of senders.values()) sender.stop();
    senders.clear();
    author = userId;
  }
  const key = homeName(home);
  const known = senders.get(key);
  if (known) return known;
  const sender = makeDraftSender({
    send(draft, isLeaving) {
      // Whoever is signed in by now: what one typed is nobody else's.
      const input = { home, draft, authorId: userId };
      if (isLeaving) return sendWhileLeaving(input);
      const options = trpc.notes.saveDraft.mutationOptions({ gcTime: 0 });
      return queryClient.getMutationCache().build(queryClient, options).execute(input);
    },
    isWorthAgain: (error) => isUnreachable(error) || error instanceof TypeError,
    dropped: () => otherTabs.postMessage(key),
  });
  otherTabs.addEventListener("message", ({ data }) => {
    if (data === key) sender.droppedElsewhere();
  });
  senders.set(key, sender);
  return sender;
}

/** The answer may come when nobody is there any more. */
async function sendWhileLeaving(input: SaveDraftInput): Promise<void> {
  const answer = await fetch("/api/trpc/notes.saveDraft", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
    keepalive: true,
    // As signing in does: the server asks where a request comes from.
    referrerPolicy: "same-origin",
  });
  if (!answer.ok) throw new Error("The draft was refused.");
}

function useKept(home: NoteHome, sender: DraftSender) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const options = trpc.notes.readDraft.queryOptions({ home }, { staleTime: 0, gcTime: 0 });
  const { data = null, refetch } = useQuery({ ...options, refetchOnWindowFocus: false });
  useEffect(() => {
    if (data) sender.learn(data);
  }, [data, sender]);
  return {
    kept: data,
    forgetKept: () => queryClient.setQueryData(options.queryKey, null),
    askAgain: refetch,
  };
}
