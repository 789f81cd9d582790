// Below the list, once notes are chosen: how many, and what can be done with them.
import { Button } from "@mantine/core";
import { KeyHint } from "../../../components/key-hint";
import { arePeopleMixed } from "./chosen-notes";
import classes from "./my-notes.module.css";
import type { MyNote } from "./use-my-notes";

interface Props {
  chosen: readonly MyNote[];
  onShare: () => void;
  onClear: () => void;
}

export const shareKey = "y";

export function ChosenBar({ chosen, onShare, onClear }: Props) {
  if (chosen.length === 0) return null;
  const isMixed = arePeopleMixed(chosen);
  return (
    <section className={classes.chosen} aria-label="Chosen notes">
      <span role="status">
        {chosen.length === 1 ? "1 note chosen" : `${chosen.length} notes chosen`}
      </span>
      <Button
        size="compact-md"
        disabled={isMixed}
        rightSection={<KeyHint keys={shareKey} />}
        onClick={onShare}
      >
        Share
      </Button>
      <Button size="compact-md" variant="default" onClick={onClear}>
        Choose none
      </Button>
      <span className={classes.quiet} role="status">
        {isMixed
          ? "These are on different people. One share holds notes on one person, and on studies."
          : ""}
      </span>
    </section>
  );
}
