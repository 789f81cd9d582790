// Mine, theirs, and what it was: two people wrote the same thing of a lead. Nothing is overwritten until
// somebody has seen all three and picked.
import { Button } from "@mantine/core";
import type { LeadPart } from "@studydesk/domain/leads/lead-parts";
import { leadPartWords } from "@studydesk/domain/leads/lead-parts";
import { useEffect, useRef } from "react";
import { When } from "../../../components/when";
import type { LeadView } from "../lead-types";
import classes from "./three-ways.module.css";
import { useChangesSince } from "./use-changes-since";

interface Props {
  lead: LeadView;
  part: LeadPart;
  /** On the screen when mine began. */
  version: number;
  /** In words; null: nothing. */
  mine: string | null;
  theirs: string | null;
  was: string | null;
  /** Undefined: mine is not possible any more, `why` says so. */
  onMine: (() => void) | undefined;
  why?: string;
  onTheirs: () => void;
  isSaving?: boolean;
}

export function ThreeWays(props: Props) {
  const { lead, part, version, mine, theirs, was, onMine, why, onTheirs, isSaving = false } = props;
  const change = useChangesSince(lead, version).findLast(({ parts }) => parts.includes(part));
  const who = change?.byMe ? "You" : (change?.byName ?? "Somebody else");
  // It comes by itself, maybe below what is in sight.
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which is no clean-up.
    void card.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <section
      ref={card}
      className={classes.card}
      aria-label={`Two changes of ${leadPartWords[part]}`}
    >
      <p className={classes.what} role="alert">
        <strong>{who}</strong> changed {leadPartWords[part]}{" "}
        {change ? <When at={change.at} /> : "meanwhile"}
        {change?.byMe ? ", elsewhere" : ""}, while you were at it. Pick what holds.
      </p>
      <dl className={classes.ways}>
        <dt>Yours</dt>
        <dd dir="auto">{mine ?? "nothing"}</dd>
        <dt>{change?.byMe ? "Elsewhere" : "Theirs"}</dt>
        <dd dir="auto">{theirs ?? "nothing"}</dd>
        <dt>It was</dt>
        <dd dir="auto" className={classes.was}>
          {was ?? "nothing"}
        </dd>
      </dl>
      {onMine ? null : <p className={classes.why}>{why}</p>}
      <div className={classes.buttons}>
        {onMine ? (
          <Button size="compact-md" data-mine onClick={onMine} loading={isSaving}>
            Save mine
          </Button>
        ) : null}
        <Button size="compact-md" variant="default" onClick={onTheirs}>
          {change?.byMe ? "Keep what stands" : "Keep theirs"}
        </Button>
      </div>
    </section>
  );
}
