// What readers see now, who answers for it, and the one step that takes it down.
import { Button } from "@mantine/core";
import { AnchorText } from "../../components/anchor-text";
import { ErrorNote } from "../../components/states";
import { When } from "../../components/when";
import { languageLabel, setIn } from "../../lib/language-words";
import { showToast } from "../../lib/toasts";
import classes from "./overview-screen.module.css";
import type { OverviewPlace, OverviewView, PublishedOverview } from "./overview-types";
import { pageNotice } from "./page-notice";
import type { OverviewChanges } from "./use-overview-changes";

interface Props {
  place: OverviewPlace;
  view: OverviewView;
  published: PublishedOverview;
  changes: OverviewChanges;
  /** Nothing is being written: the published text may become the draft. */
  canEdit: boolean;
}

export function PublishedPart({ place, view, published, changes, canEdit }: Props) {
  const { withdraw, reuse } = changes;
  const edit = () =>
    reuse.mutate({ overviewId: published.id, expectedVersion: view.draft?.version ?? null });
  const takeDown = () =>
    withdraw.mutate(
      { overviewId: published.id },
      {
        onSuccess: () =>
          showToast("Withdrawn. The public page shows the registry’s text.", {
            ...(canEdit ? { action: { label: "Make it the draft", run: edit } } : {}),
          }),
      },
    );
  const error = withdraw.error ?? reuse.error;
  return (
    <section className={classes.part} aria-labelledby="overview-published">
      <h2 className={classes.title} id="overview-published">
        Readers see a plain-language text
      </h2>
      <p className={classes.quiet}>
        In {languageLabel(place.language)}, published by {published.publishedByName}{" "}
        {published.publishedAt ? <When at={published.publishedAt} /> : null}
        {published.checkedFindings.length > 0
          ? `, ${published.checkedFindings.length} marked ${published.checkedFindings.length === 1 ? "claim" : "claims"} checked`
          : null}
        .
      </p>
      {published.isStale ? (
        <p className={classes.conflict} role="status">
          The registry’s text changed since this was published. Readers still see it: compare the
          two, then publish it again or withdraw it.
        </p>
      ) : null}
      <details className={classes.shown}>
        <summary>Show the text</summary>
        <p className={classes.quiet}>
          {published.publishedAt ? pageNotice(published.origin, published.publishedAt) : null}
        </p>
        <AnchorText
          sourceType="study"
          sourceId={place.studyId}
          fieldPath={`overview.${place.language}`}
          revision={String(published.id)}
          text={published.text}
          name="the plain-language text"
          around={(words) => (
            <p className={classes.words} {...setIn(place.language)}>
              {words}
            </p>
          )}
        />
      </details>
      {error ? <ErrorNote error={error} /> : null}
      <div className={classes.buttons}>
        <Button size="compact-sm" variant="default" loading={withdraw.isPending} onClick={takeDown}>
          Withdraw
        </Button>
        {canEdit ? (
          <Button size="compact-sm" variant="default" loading={reuse.isPending} onClick={edit}>
            Edit it in a draft
          </Button>
        ) : null}
      </div>
    </section>
  );
}
