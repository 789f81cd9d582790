// What the answers lead to: the investigator when all are given, a failure where one speaks against the
// person. It is proposed here and done by a press; until then it says what is open.
import { Button } from "@mantine/core";
import { fullName } from "@studydesk/domain/leads/full-name";
import { leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { KeyHint } from "../../components/key-hint";
import { ErrorNote } from "../../components/states";
import { useKeys } from "../../lib/keys/use-keys";
import { useTRPC } from "../../lib/trpc";
import { offerUndo } from "../../lib/undo";
import classes from "./next-move.module.css";
import type { LeadView, Screening } from "./screening-types";
import { type ShownLine, shownProgress } from "./shown-lines";

interface Props {
  lead: LeadView;
  screening: Screening;
  lines: readonly ShownLine[];
  /** Something is on its way to the server: what follows from it waits. */
  isSending: boolean;
  onMoved?: ((lead: LeadView) => void) | undefined;
}

/** With more of them open, the marks above say it better. */
const mostNamed = 5;

export function NextMove({ lead, screening, lines, isSending, onMoved }: Props) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const change = useMutation(
    trpc.leads.changeStatus.mutationOptions({
      onSuccess(moved) {
        queryClient.setQueryData(trpc.leads.get.queryKey({ leadId: moved.id }), moved);
        void queryClient.invalidateQueries(trpc.leads.pathFilter());
        void queryClient.invalidateQueries(trpc.screening.read.queryFilter({ leadId: moved.id }));
        offerUndo({
          message: `${fullName(moved)}: ${leadStatusLabels[moved.status]}${
            moved.failedCriterion ? `, ${moved.failedCriterion.label}` : ""
          }.`,
          changeId: moved.changeId,
        });
        onMoved?.(moved);
      },
      onError: () =>
        void queryClient.invalidateQueries(trpc.leads.get.queryFilter({ leadId: lead.id })),
    }),
  );
  const { questions, answered } = shownProgress(lines);
  const isHere = lead.status === "pre_screening" && lead.abilities.changeStatus;
  const open = lines.filter(({ shown }) => !shown).map(({ criterion }) => criterion.label);
  const isDone = questions > 0 && answered === questions;
  const canMove = isHere && !isSending && !change.isPending;
  const { failing } = screening;
  const base = { leadId: lead.id, expectedVersion: lead.version };
  const send = () => canMove && isDone && change.mutate({ ...base, to: "investigator_review" });
  const fail = (criterionId: number) =>
    canMove && change.mutate({ ...base, to: "pre_screen_failure", criterionId });
  const [first] = failing;
  useKeys("What follows", [
    ...(isHere && isDone
      ? [{ keys: "r", name: "Send to the investigator", run: () => void send() }]
      : []),
    ...(isHere && first
      ? [
          {
            keys: "f",
            name: `Pre-screen failure: ${first.label}`,
            run: () => void fail(first.criterionId),
          },
        ]
      : []),
  ]);
  if (!isHere || (!first && open.length > mostNamed)) return null;
  return (
    <div className={classes.next} data-proposed={!!first || isDone}>
      {first ? (
        <p>
          <strong>{listWords(failing.map(({ label }) => label))}</strong>{" "}
          {failing.length === 1 ? "speaks" : "speak"} against taking part. Close the lead as a
          pre-screen failure?
        </p>
      ) : null}
      {isDone && !first ? <p>Every criterion is answered.</p> : null}
      {open.length > 0 && open.length <= mostNamed ? (
        <p className={classes.open}>Still open: {listWords(open)}.</p>
      ) : null}
      <div className={classes.buttons}>
        {failing.map(({ criterionId, label }, index) => (
          <Button
            key={criterionId}
            variant="default"
            className={classes.fail ?? ""}
            disabled={!canMove}
            onClick={() => fail(criterionId)}
            rightSection={index === 0 ? <KeyHint keys="f" /> : null}
          >
            Pre-screen failure: {label}
          </Button>
        ))}
        {isDone ? (
          <Button
            variant={first ? "default" : "filled"}
            disabled={!canMove}
            onClick={() => send()}
            rightSection={<KeyHint keys="r" />}
          >
            Send to review
          </Button>
        ) : null}
      </div>
      {change.isError ? <ErrorNote error={change.error} /> : null}
    </div>
  );
}

function listWords(labels: readonly string[]): string {
  return new Intl.ListFormat("en").format(labels);
}
