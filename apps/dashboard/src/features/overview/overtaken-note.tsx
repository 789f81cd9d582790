// Somebody else was faster: both texts are on the screen, and the person decides.
import { Button } from "@mantine/core";
import { setIn } from "../../lib/language-words";
import classes from "./overview-screen.module.css";
import type { OverviewDraft, OverviewPlace } from "./overview-types";
import type { TypedOverview } from "./use-typed-overview";

interface Props {
  place: OverviewPlace;
  draft: OverviewDraft | null;
  typed: TypedOverview;
}

export function OvertakenNote({ place, draft, typed }: Props) {
  return (
    <div className={classes.conflict} role="alert">
      <p>
        {draft
          ? `${draft.updatedByName} saved this draft while you were at it. Nothing was overwritten. There it says:`
          : "Somebody published or took away the draft while you were at it. What you typed is still here."}
      </p>
      {draft ? (
        <blockquote {...setIn(place.language)}>{draft.text || "(an empty page)"}</blockquote>
      ) : null}
      <div className={classes.buttons}>
        <Button size="compact-sm" variant="default" onClick={typed.goOn}>
          Keep what I typed
        </Button>
        <Button size="compact-sm" variant="default" onClick={typed.discard}>
          {draft ? "Take theirs" : "Put aside what I typed"}
        </Button>
      </div>
    </div>
  );
}
