// After the two have spoken (or the number turned out to be somebody else's): what follows for the
// lead, one key each; reasons where the status asks for one.
import type { ContactOutcome } from "@studydesk/domain/contact/contact-attempt";
import {
  type LeadStatus,
  leadStatusLabels,
  moveRefusalSentences,
} from "@studydesk/domain/leads/lead-status";
import { type StatusReason, statusReasonLabels } from "@studydesk/domain/leads/status-reasons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { NextTryDialog } from "../../components/next-try-dialog";
import { ErrorNote } from "../../components/states";
import { When } from "../../components/when";
import { useKeys } from "../../lib/keys/use-keys";
import { useTRPC } from "../../lib/trpc";
import { Choice, digitFor } from "./choice-panel";
import classes from "./choices.module.css";
import type { LeadView } from "./lead-types";

type Move = LeadView["moves"][number];

const moveKeys: Readonly<Partial<Record<LeadStatus, { key: string; label: string }>>> = {
  pre_screening: { key: "p", label: "Start pre-screening" },
  investigator_review: { key: "r", label: "Send to the investigator" },
  withdrawn: { key: "w", label: "Takes part no longer" },
  declined: { key: "d", label: "Declined" },
  could_not_reach: { key: "u", label: "Could not reach" },
  invalid: { key: "i", label: "No real lead" },
};

/** Where a call leads to, the likeliest first: nobody declines at somebody else's number. */
const movesAfterReached: readonly LeadStatus[] = [
  ...(["pre_screening", "investigator_review", "declined", "withdrawn", "invalid"] as const),
];
const movesAfterWrongNumber: readonly LeadStatus[] = ["could_not_reach", "invalid"];

interface Props {
  lead: LeadView;
  /** Of the call just made. */
  outcome: ContactOutcome;
  /** False while the call itself is still on its way to the server. */
  isLogged: boolean;
  onNextTry: (at: string | null) => void;
  /** With the lead as it is now, when it was moved on. */
  onDone: (moved?: LeadView) => void;
}

export function AfterCall({ lead, outcome, isLogged, onNextTry, onDone }: Props) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [moving, setMoving] = useState<Move>();
  const [isAskingWhen, setAskingWhen] = useState(false);
  const changeStatus = useMutation(
    trpc.leads.changeStatus.mutationOptions({
      onSuccess(changed) {
        queryClient.setQueryData(trpc.leads.get.queryKey({ leadId: changed.id }), changed);
        void queryClient.invalidateQueries(trpc.leads.counts.queryFilter());
        void queryClient.invalidateQueries(trpc.leads.list.queryFilter());
        onDone(changed);
      },
      onError: () =>
        void queryClient.invalidateQueries(trpc.leads.get.queryFilter({ leadId: lead.id })),
    }),
  );
  const isWrongNumber = outcome === "wrong_number";
  const offered = (isWrongNumber ? movesAfterWrongNumber : movesAfterReached).flatMap((to) => {
    const move = isLogged ? lead.moves.find((each) => each.to === to) : undefined;
    const words = moveKeys[to];
    return move && words ? [{ move, ...words }] : [];
  });
  const likeliest = offered.find(
    ({ move }) => move.blocked === null && (!move.reasonRequired || isWrongNumber),
  )?.move.to;

  // Without one the lead would wait until somebody comes across it.
  const needsNextTry = isLogged && !likeliest && !lead.followUpAt;

  function choose(move: Move) {
    if (move.blocked) return;
    // The reason has just been logged.
    if (isWrongNumber && move.reasons.includes("wrong_number")) send(move, "wrong_number");
    else if (move.reasonRequired) setMoving(move);
    else send(move);
  }

  function send(move: Move, reason?: StatusReason) {
    if (changeStatus.isPending) return;
    changeStatus.mutate({
      leadId: lead.id,
      to: move.to,
      expectedVersion: lead.version,
      ...(reason ? { reason } : {}),
    });
  }

  const reasons = moving?.reasons ?? [];
  useKeys("After the call", [
    ...(moving
      ? reasons.map((reason, index) => ({
          keys: digitFor(index),
          name: statusReasonLabels[reason],
          run: () => send(moving, reason),
        }))
      : offered.map(({ move, key, label }) => ({
          keys: key,
          name: label,
          run: () => choose(move),
        }))),
    { keys: "t", name: "Set the next try", run: () => isLogged && setAskingWhen(true) },
    { keys: ["Enter", "s"], name: "Leave it there, next lead", run: () => onDone() },
    { keys: "Escape", name: "Back to the choices", run: () => setMoving(undefined) },
  ]);

  return (
    <section className={classes.bottom} aria-label="After the call">
      <div className={classes.inner}>
        <p role="status">
          {isLogged ? (
            <>
              <strong>Logged.</strong>{" "}
              {moving ? `${leadStatusLabels[moving.to]}: why?` : "What follows?"}
              <span className={classes.next}>
                {" "}
                Next try: {lead.followUpAt ? <When at={lead.followUpAt} style="planned" /> : "none"}
              </span>
            </>
          ) : (
            "Logging the call. You need not wait: the next lead is one key away."
          )}
        </p>
        {changeStatus.isError ? <ErrorNote error={changeStatus.error} /> : null}
        <div className={classes.choices}>
          {moving
            ? reasons.map((reason, index) => (
                <Choice key={reason} keys={digitFor(index)} onClick={() => send(moving, reason)}>
                  {statusReasonLabels[reason]}
                </Choice>
              ))
            : offered.map(({ move, key, label }) => (
                <Choice
                  key={move.to}
                  keys={key}
                  isMain={move.to === likeliest}
                  {...(move.blocked ? { detail: moveRefusalSentences[move.blocked] } : {})}
                  isOff={move.blocked !== null}
                  onClick={() => choose(move)}
                >
                  {label}
                </Choice>
              ))}
          {moving ? (
            <Choice keys="Escape" onClick={() => setMoving(undefined)}>
              Back
            </Choice>
          ) : (
            <>
              {isLogged ? (
                <Choice keys="t" isMain={needsNextTry} onClick={() => setAskingWhen(true)}>
                  Set the next try
                </Choice>
              ) : null}
              <Choice keys="Enter" isMain={!likeliest && !needsNextTry} onClick={() => onDone()}>
                Next lead
              </Choice>
            </>
          )}
        </div>
      </div>
      <NextTryDialog
        lead={lead}
        isOpen={isAskingWhen}
        title="When to try again"
        suggested={lead.followUpAt}
        confirmLabel="Set"
        onClose={() => setAskingWhen(false)}
        onPick={(at) => {
          setAskingWhen(false);
          onNextTry(at);
        }}
        {...(lead.followUpAt
          ? {
              onNever: () => {
                setAskingWhen(false);
                onNextTry(null);
              },
            }
          : {})}
      />
    </section>
  );
}
