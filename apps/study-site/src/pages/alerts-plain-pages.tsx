// What happened to an alert, on a page with a sentence and a way on: asked for, stopped, forgotten, or a
// link that opens nothing. And the question before all alerts stop.
import { pathIn } from "@studydesk/domain/public-language";
import type { ReactNode } from "react";
import { NarrowPage, type PageParts } from "../components/narrow-page";

/** Where a browser lands after a form, and a screen reader begins. */
export const alertDoneId = "done";

/** The same for every address: it says nothing about the one that was typed. */
export function AlertsAskedPage(parts: PageParts) {
  const { asked } = parts.t.alerts;
  return (
    <Plain {...parts} title={asked.title}>
      <p>{asked.text}</p>
      <p className="quiet">{asked.unwanted}</p>
    </Plain>
  );
}

export function AlertsEndedPage(parts: PageParts) {
  const { title, text } = parts.t.alerts.ended;
  return (
    <Plain {...parts} title={title}>
      <p>{text}</p>
    </Plain>
  );
}

export function AlertsForgottenPage(parts: PageParts) {
  const { title, text } = parts.t.alerts.forgotten;
  return (
    <Plain {...parts} title={title}>
      <p>{text}</p>
    </Plain>
  );
}

/** One answer for a link that is unknown, false, too old or ended. */
export function AlertsGonePage(parts: PageParts) {
  const { title, text, again } = parts.t.alerts.gone;
  return (
    <Plain {...parts} title={title}>
      <p>{text}</p>
      <p>
        <a href={pathIn(parts.t.lang, "/alerts")}>{again}</a>
      </p>
    </Plain>
  );
}

export function AlertsUnsubscribePage(parts: PageParts) {
  const { title, text, button } = parts.t.alerts.unsubscribe;
  return (
    <Plain {...parts} title={title}>
      <p>{text}</p>
      <form method="post" action={pathIn(parts.t.lang, parts.shell.path)}>
        <button type="submit" className="button">
          {button}
        </button>
      </form>
    </Plain>
  );
}

function Plain(props: PageParts & { title: string; children: ReactNode }) {
  return <NarrowPage {...props} className="alerts" titleId={alertDoneId} />;
}
