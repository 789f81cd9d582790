// The coordinator's answer to the investigator's question: the candidate goes back with it, marked.
import { Button, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef } from "react";
import { ErrorNote } from "../../components/states";
import { formKeys } from "../../lib/form-keys";
import { useTRPC } from "../../lib/trpc";
import { offerUndo } from "../../lib/undo";
import { useDraft } from "../../lib/use-draft";
import type { ReviewedLead } from "./review-block";
import classes from "./review-block.module.css";

export function ReplyForm({ lead }: { lead: ReviewedLead }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reply, setReply] = useDraft(`review.reply.${lead.id}`);
  const send = useMutation(
    trpc.reviews.send.mutationOptions({
      onSuccess(sent) {
        setReply("");
        queryClient.setQueryData(trpc.leads.get.queryKey({ leadId: sent.id }), sent);
        offerUndo({ message: "Sent to review with your answer.", changeId: sent.changeId });
      },
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.reviews.pathFilter()),
          queryClient.invalidateQueries(trpc.leads.pathFilter()),
        ]),
    }),
  );

  function submit(event?: FormEvent) {
    event?.preventDefault();
    if (send.isPending || reply.trim() === "" || lead.sendBlocked) return;
    send.mutate({ leadId: lead.id, reply, expectedVersion: lead.version });
  }

  return (
    <form
      className={classes.form}
      onSubmit={submit}
      onKeyDown={formKeys({ send: submit, close: () => field.current?.blur() })}
    >
      <Textarea
        ref={field}
        label="Your answer"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        dir="auto"
        value={reply}
        onChange={(event) => setReply(event.currentTarget.value)}
      />
      {lead.sendBlocked ? <p className={classes.quiet}>{lead.sendBlocked}</p> : null}
      {send.error ? <ErrorNote error={send.error} /> : null}
      <Button
        type="submit"
        loading={send.isPending}
        disabled={reply.trim() === "" || lead.sendBlocked !== null}
      >
        Answer and send to review
      </Button>
    </form>
  );
}
