// What its author has to know before a wording is saved: somebody else's version, a registry text that
// is another by now, an earlier wording to start from.
import { Button } from "@mantine/core";
import { setIn } from "../../lib/language-words";
import classes from "./passage-row.module.css";
import type { Passage, TextsPlace } from "./study-texts-types";
import type { PassageDraft } from "./use-passage-draft";

interface Props {
  place: TextsPlace;
  passage: Passage;
  draft: PassageDraft;
}

export function PassageNotes({ place, passage, draft }: Props) {
  const { state, wording, earlier } = passage;
  if (draft.isOvertaken) {
    return (
      <div className={classes.conflict} role="alert">
        <p>
          {wording
            ? `${wording.updatedByName} saved this text while you were at it. Nothing was overwritten. There it says:`
            : "Somebody removed this text while you were at it. What you typed is still here."}
        </p>
        {wording ? <blockquote {...setIn(place.language)}>{wording.text}</blockquote> : null}
        <Choice mine="Keep what I typed" theirs="Take theirs" draft={draft} />
      </div>
    );
  }
  if (draft.isSourceNew) {
    return (
      <div className={classes.conflict} role="alert">
        <p>
          The registry’s text changed while you were writing. Compare what you typed with what
          stands there now.
        </p>
        <Choice mine="I compared them" theirs="Put aside what I typed" draft={draft} />
      </div>
    );
  }
  if (state === "registry_changed" && wording) {
    return (
      <details className={classes.before}>
        <summary>This wording was made from an older text of the registry. Show it</summary>
        <blockquote lang="en" dir="ltr">
          {wording.source}
        </blockquote>
      </details>
    );
  }
  if (earlier && draft.text === "") {
    return (
      <div className={classes.before}>
        <p>The registry changed this criterion, so its earlier wording is not shown any more:</p>
        <blockquote {...setIn(place.language)}>{earlier.text}</blockquote>
        <p>It was made from:</p>
        <blockquote lang="en" dir="ltr">
          {earlier.source}
        </blockquote>
        <Button size="compact-sm" variant="default" onClick={() => draft.type(earlier.text)}>
          Start from the earlier wording
        </Button>
      </div>
    );
  }
  return null;
}

function Choice({ mine, theirs, draft }: { mine: string; theirs: string; draft: PassageDraft }) {
  return (
    <div className={classes.buttons}>
      <Button size="compact-sm" variant="default" onClick={draft.goOn}>
        {mine}
      </Button>
      <Button size="compact-sm" variant="default" onClick={draft.discard}>
        {theirs}
      </Button>
    </div>
  );
}
