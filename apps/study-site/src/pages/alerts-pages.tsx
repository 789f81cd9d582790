// Every page about study alerts, by its name.
import type { AlertWish } from "@studydesk/domain/subscriptions/subscription";
import type { PageShell } from "../page-shell";
import type { Texts } from "../texts/texts";
import {
  AlertsConfirmedPage,
  AlertsConfirmPage,
  type ConfirmedAlerts,
} from "./alerts-confirm-page";
import { type AlertSignUp, AlertsPage } from "./alerts-page";
import {
  AlertsAskedPage,
  AlertsEndedPage,
  AlertsForgottenPage,
  AlertsGonePage,
  AlertsUnsubscribePage,
} from "./alerts-plain-pages";
import { type AlertPreferences, AlertsPreferencesPage } from "./alerts-preferences-page";

export type AlertPage =
  | ({ page: "sign_up" } & AlertSignUp)
  | { page: "asked" | "unsubscribe" | "ended" | "forgotten" | "gone" }
  | { page: "confirm"; wish: AlertWish }
  | ({ page: "confirmed" } & ConfirmedAlerts)
  | ({ page: "preferences" } & AlertPreferences);

export function AlertPageView(props: { t: Texts; shell: PageShell; shown: AlertPage }) {
  const { shown, ...parts } = props;
  switch (shown.page) {
    case "sign_up":
      return <AlertsPage {...parts} signUp={shown} />;
    case "asked":
      return <AlertsAskedPage {...parts} />;
    case "confirm":
      return <AlertsConfirmPage {...parts} wish={shown.wish} />;
    case "confirmed":
      return <AlertsConfirmedPage {...parts} confirmed={shown} />;
    case "preferences":
      return <AlertsPreferencesPage {...parts} preferences={shown} />;
    case "unsubscribe":
      return <AlertsUnsubscribePage {...parts} />;
    case "ended":
      return <AlertsEndedPage {...parts} />;
    case "forgotten":
      return <AlertsForgottenPage {...parts} />;
    case "gone":
      return <AlertsGonePage {...parts} />;
  }
}
