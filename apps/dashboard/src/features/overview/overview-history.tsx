// What readers saw before: each text as it was published, who withdrew it, and a way back through a draft.
import { Button } from "@mantine/core";
import { When } from "../../components/when";
import classes from "./overview-screen.module.css";
import type { OverviewPlace, OverviewView } from "./overview-types";
import { originWords } from "./page-notice";
import { PageText } from "./page-text";
import type { OverviewChanges } from "./use-overview-changes";

interface Props {
  place: OverviewPlace;
  view: OverviewView;
  changes: OverviewChanges;
  isLocked: boolean;
}

export function OverviewHistory({ place, view, changes, isLocked }: Props) {
  if (view.history.length === 0) return null;
  return (
    <section className={classes.part} aria-labelledby="overview-history">
      <h2 className={classes.title} id="overview-history">
        What readers saw before
      </h2>
      <ul className={classes.history}>
        {view.history.map((old) => (
          <li key={old.id}>
            <details className={classes.shown}>
              <summary>
                {originWords(old.origin, old.model)}, published by {old.publishedByName}{" "}
                {old.publishedAt ? <When at={old.publishedAt} /> : null}, taken down by{" "}
                {old.withdrawnByName} {old.withdrawnAt ? <When at={old.withdrawnAt} /> : null}
              </summary>
              <PageText text={old.text} language={place.language} />
              <Button
                size="compact-sm"
                variant="default"
                disabled={isLocked}
                onClick={() =>
                  changes.reuse.mutate({
                    overviewId: old.id,
                    expectedVersion: view.draft?.version ?? null,
                  })
                }
              >
                Make it the draft
              </Button>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
