// Wordings whose registry text is gone: shown to nobody, kept until somebody removes them.
import { Button } from "@mantine/core";
import { ErrorNote } from "../../components/states";
import { When } from "../../components/when";
import { setIn } from "../../lib/language-words";
import classes from "./left-over-wordings.module.css";
import { passageName } from "./passage-names";
import type { TextsPlace, Wording } from "./study-texts-types";
import { useRemoveWording } from "./use-change-texts";

interface Props {
  place: TextsPlace;
  wordings: readonly Wording[];
  canWord: boolean;
}

export function LeftOverWordings({ place, wordings, canWord }: Props) {
  const removal = useRemoveWording();
  return (
    <section className={classes.leftOver}>
      <h2 className={classes.title}>Wordings whose text the registry no longer has</h2>
      <p className={classes.what}>
        No page shows them. Should the registry’s old text return, they stand again.
      </p>
      {removal.error ? <ErrorNote error={removal.error} /> : null}
      <ul className={classes.list}>
        {wordings.map((wording) => (
          <li key={wording.field}>
            <p className={classes.name}>
              Was {passageName(wording.field, wording.label)}{" "}
              <span>
                {wording.updatedByName} · <When at={wording.updatedAt} />
              </span>
            </p>
            <p {...setIn(place.language)}>{wording.text}</p>
            <p className={classes.source} lang="en" dir="ltr">
              {wording.source}
            </p>
            {canWord ? (
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() =>
                  removal.mutate({
                    ...place,
                    field: wording.field,
                    expectedVersion: wording.version,
                  })
                }
              >
                Remove for good
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
