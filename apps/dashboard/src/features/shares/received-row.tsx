// One answer from outside: opened in this browser, then kept as a note or deleted; where it does not open, what
// that means and what to do.
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { NoteText } from "../../components/note-text";
import { When } from "../../components/when";
import { errorSentence } from "../../lib/error-sentence";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import { HomeLink } from "./home-link";
import { noteBodyOf, type OpenedNote, openReceived, type ReceivedNote } from "./opened-note";
import classes from "./shares-list.module.css";
import type { ReplyKeys } from "./use-reply-keys";

interface Props {
  received: ReceivedNote;
  keys: ReplyKeys;
  /** Says which lead or study it is about, where that is not plain. */
  showsHome: boolean;
  onDelete: () => void;
}

export function ReceivedRow({ received, keys, showsHome, onDelete }: Props) {
  const { label, from, receivedAt, home, homeTitle } = received;
  const opened = useOpened(received, keys);
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const keep = useMutation(
    trpc.notes.keepReceived.mutationOptions({
      onSuccess: () => showToast("Kept among your notes. Only you see it."),
      onError: (error) => showToast(errorSentence(error), { tone: "bad" }),
      onSettled: () => {
        void queryClient.invalidateQueries(trpc.notes.pathFilter());
        void queryClient.invalidateQueries(trpc.shares.pathFilter());
      },
    }),
  );
  const content = opened?.state === "open" ? opened.content : undefined;
  const closed = opened && opened.state !== "open" ? closedWords(opened) : undefined;
  return (
    <li className={classes.share}>
      <p className={classes.name}>
        {label === null ? null : <strong dir="auto">{label}</strong>}
        {showsHome ? <HomeLink home={home} title={homeTitle} /> : null}
      </p>
      <p className={classes.quiet}>
        {from === "share" ? "Answer to a share" : "Note that you asked for"} · came{" "}
        <When at={receivedAt} />
      </p>
      {content ? (
        <div className={classes.words}>
          {content.from === undefined ? null : (
            <p className={classes.quiet}>
              From <bdi>{content.from}</bdi>, as they say
            </p>
          )}
          <NoteText className={classes.text} text={content.text} />
        </div>
      ) : (
        <p className={classes.closed} role="status">
          {closed ?? "Opening it on this device…"}
        </p>
      )}
      <div className={classes.actions}>
        {content ? (
          <Button
            variant="default"
            size="compact-sm"
            loading={keep.isPending}
            onClick={() => keep.mutate({ receivedId: received.id, body: noteBodyOf(content) })}
          >
            Keep as a note
          </Button>
        ) : null}
        <Button variant="subtle" size="compact-sm" disabled={keep.isPending} onClick={onDelete}>
          Delete
        </Button>
      </div>
    </li>
  );
}

/** Undefined until it is known. */
function useOpened(received: ReceivedNote, keys: ReplyKeys): OpenedNote | undefined {
  const [opened, setOpened] = useState<OpenedNote>();
  const { from, idSha256, sealed } = received;
  useEffect(() => {
    let isCurrent = true;
    void openReceived({ from, idSha256, sealed }, keys).then((found) => {
      if (isCurrent) setOpened(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [from, idSha256, sealed, keys]);
  return opened;
}

function closedWords(opened: Exclude<OpenedNote, { state: "open" }>): string {
  if (opened.state === "elsewhere") {
    const where = new Intl.ListFormat("en", { type: "disjunction" }).format(opened.browsers);
    return `This browser does not have the key. Open Shares in ${where}, where you were when you made the link, and keep it there: then you read it here, too.`;
  }
  if (opened.state === "lost") {
    return "No browser of yours has the key any more: its storage was emptied, or it is no longer used. Nobody can open this, nor can the server. Ask the person to write again by a new link, then delete it.";
  }
  return "It was changed on its way and does not open. Ask the person to write again, then delete it.";
}
