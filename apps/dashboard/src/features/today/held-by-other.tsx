// The lead went to somebody else while this screen was away: said before both of them call.
import { Button } from "@mantine/core";
import { When } from "../../components/when";
import classes from "./changed-meanwhile.module.css";
import type { HeldElsewhere } from "./use-holds";

export function HeldByOther({ held, onNext }: { held: HeldElsewhere; onNext: () => void }) {
  return (
    <div className={classes.notice} role="status">
      <span>
        <strong>
          {held.isMe
            ? "You have this lead in front of you in another tab."
            : `${held.name} has this lead in front of them.`}
        </strong>{" "}
        It went there <When at={held.since} />, while this screen was away. What you typed is kept.
      </span>
      <Button size="compact-md" variant="default" onClick={onNext}>
        Next lead
      </Button>
    </div>
  );
}
