// The step before readers see it: what the page will show, and what is still to be looked at.
import { Button } from "@mantine/core";
import { ErrorNote } from "../../components/states";
import { languageLabel } from "../../lib/language-words";
import { useMe } from "../../lib/me";
import { useNow } from "../../lib/use-now";
import classes from "./overview-screen.module.css";
import type { OverviewPlace, OverviewView } from "./overview-types";
import { pageNotice } from "./page-notice";
import { PageText } from "./page-text";

interface Props {
  place: OverviewPlace;
  view: OverviewView;
  text: string;
  /** How many marked claims nobody looked at yet. */
  openClaims: number;
  isLocked: boolean;
  isPending: boolean;
  error: unknown;
  onPublish: () => void;
}

export function PublishPart(props: Props) {
  const { place, view, text, openClaims } = props;
  const me = useMe();
  const now = useNow();
  const origin = view.draft?.origin ?? "person";
  const isEmpty = text.trim() === "";
  return (
    <section className={classes.part} aria-labelledby="overview-preview">
      <h2 className={classes.title} id="overview-preview">
        What readers will see
      </h2>
      {isEmpty ? (
        <p className={classes.quiet}>Nothing yet. Until a text is published, the registry’s.</p>
      ) : (
        <div className={classes.preview}>
          <p className={classes.quiet}>
            {pageNotice(origin, now.toISOString())} <u>See the registry text</u>
          </p>
          <PageText text={text} language={place.language} />
        </div>
      )}
      {props.error ? <ErrorNote error={props.error} /> : null}
      <div className={classes.buttons}>
        <Button
          loading={props.isPending}
          disabled={props.isLocked || isEmpty || openClaims > 0}
          onClick={props.onPublish}
        >
          {view.published ? "Publish in place of the old text" : "Publish"}
        </Button>
        <p className={classes.quiet} role="status">
          {openClaims > 0
            ? `${openClaims === 1 ? "1 claim is" : `${openClaims} claims are`} not checked yet.`
            : `Whoever reads the page in ${languageLabel(place.language)} sees this at once. At the desk it stands as published by ${me.name}.`}
        </p>
      </div>
    </section>
  );
}
