// Makes the follow-ups of an amendment, call after call until all are made, and takes them back the same way,
// the newest first.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { showToast } from "../../lib/toasts";
import { type RouterInputs, useTRPC, useTRPCClient } from "../../lib/trpc";
import { offerUndo } from "../../lib/undo";

export type FollowUpEffect = RouterInputs["criteria"]["followUpAmendment"]["effect"];

interface RunState {
  isRunning: boolean;
  done: number;
  words: string;
}

export function useFollowUps(versionId: number, effect: FollowUpEffect) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [state, setState] = useState<RunState>({ isRunning: false, done: 0, words: "" });
  const [error, setError] = useState<unknown>(null);

  function reload() {
    void queryClient.invalidateQueries(trpc.leads.pathFilter());
    return queryClient.invalidateQueries(trpc.criteria.amendment.pathFilter());
  }

  async function make() {
    setError(null);
    setState({ isRunning: true, done: 0, words: "Making follow-ups…" });
    let [made, refused] = [0, 0];
    const changeIds: number[] = [];
    try {
      for (let after: number | null | undefined; after !== null; ) {
        const step = await client.criteria.followUpAmendment.mutate({ versionId, effect, after });
        made += step.made;
        refused += step.refused;
        changeIds.push(...step.changeIds);
        after = step.next;
        setState({
          isRunning: true,
          done: made + refused,
          words: `${made.toString()} made so far…`,
        });
      }
    } catch (failure) {
      // What was made stands, and can be taken back; pressing again goes on with the rest.
      setError(failure);
    }
    await reload();
    setState({ isRunning: false, done: made, words: doneWords(made, refused) });
    if (changeIds.length > 0) {
      offerUndo({
        message: `${countedFollowUps(made)} made. Due now.`,
        run: () => void takeBack(changeIds),
      });
    }
  }

  async function takeBack(changeIds: readonly number[]) {
    let left = 0;
    setState({ isRunning: true, done: 0, words: "Taking them back…" });
    for (const changeId of changeIds.toReversed()) {
      try {
        await client.leads.undo.mutate({ changeId });
      } catch (failure) {
        // Somebody went on with this lead meanwhile: that stands.
        left += 1;
        if (left === 1) setError(failure);
      }
    }
    await reload();
    const words = left === 0 ? "All of them are taken back." : leftWords(left);
    setState({ isRunning: false, done: 0, words });
    showToast(words);
  }

  return { make: () => void make(), state, error };
}

function doneWords(made: number, refused: number): string {
  if (made === 0 && refused === 0) return "Nobody is left to make a follow-up of.";
  const kept =
    refused === 0 ? "" : ` ${refused.toString()} could not be changed and stay as they are.`;
  return `${countedFollowUps(made)} made: they stand under Due today.${kept} Each can be taken back, here at once or later at its lead.`;
}

function countedFollowUps(count: number): string {
  return count === 1 ? "1 follow-up" : `${count.toLocaleString("en")} follow-ups`;
}

function leftWords(left: number): string {
  const steps = left === 1 ? "One step" : `${left.toString()} steps`;
  return `${steps} could not be taken back: somebody went on with the lead since. The others are.`;
}
