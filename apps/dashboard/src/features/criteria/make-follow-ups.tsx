// One press makes follow-ups of everybody on the list: how far it is while it runs, what came of it, and the
// way to take all of it back.
import { Button, Progress } from "@mantine/core";
import { useEffect, useRef } from "react";
import { ErrorNote } from "../../components/states";
import { useMe } from "../../lib/me";
import classes from "./amendment-list.module.css";
import { type FollowUpEffect, useFollowUps } from "./use-follow-ups";

interface Props {
  versionId: number;
  effect: FollowUpEffect;
  /** Leads of the reader's sites, whether or not one was made of them. */
  count: number;
}

const words: Readonly<Record<FollowUpEffect, { press: string; hint: string }>> = {
  ask_again: {
    press: "Make follow-ups to ask again",
    hint: "Each lead comes up as due now, with what to ask. Whoever was asked since is left out.",
  },
  may_fit: {
    press: "Open them again, with a follow-up",
    hint: "Each goes back to pre-screening because the criteria changed, and comes up as due now.",
  },
};

export function MakeFollowUps({ versionId, effect, count }: Props) {
  const { abilities } = useMe();
  const { make, state, error } = useFollowUps(versionId, effect);
  const button = useRef<HTMLButtonElement>(null);
  // It made room for the progress; Tab goes on from it when it is back.
  useEffect(() => {
    if (!state.isRunning) return;
    return () => {
      if (document.activeElement === document.body) button.current?.focus({ preventScroll: true });
    };
  }, [state.isRunning]);
  if (count === 0) return null;
  if (!abilities.canWorkLeads) {
    return <p>Coordinators and admins of a site make follow-ups of its leads.</p>;
  }
  const { press, hint } = words[effect];
  return (
    <>
      {state.isRunning ? (
        <Progress
          className={classes.progress}
          value={(100 * state.done) / Math.max(count, state.done, 1)}
          aria-label={press}
        />
      ) : (
        <Button ref={button} variant="default" onClick={make}>
          {press}
        </Button>
      )}
      <p role="status">{state.words || hint}</p>
      {error ? <ErrorNote error={error} /> : null}
    </>
  );
}
