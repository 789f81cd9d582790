// The yes to study alerts: opening the link shows what was asked for, the button makes it count. After it,
// what fits and is open already.
import { pathIn } from "@studydesk/domain/public-language";
import { alertConsentText } from "@studydesk/domain/subscriptions/alert-consent";
import type { AlertWish } from "@studydesk/domain/subscriptions/subscription";
import { wishWords } from "@studydesk/domain/subscriptions/wish-words";
import { Layout } from "../components/layout";
import { type StudyLink, StudyLinks } from "../components/study-links";
import type { PageShell } from "../page-shell";
import type { Texts } from "../texts/texts";

export function AlertsConfirmPage(props: { t: Texts; shell: PageShell; wish: AlertWish }) {
  const { t, shell, wish } = props;
  const { confirm } = t.alerts;
  return (
    <Layout t={t} shell={shell} title={confirm.title} isPrivate>
      <div className="alerts">
        <h1>{confirm.title}</h1>
        <p className="wish">{wishWords(t.lang, wish)}</p>
        <p>{alertConsentText(t.lang)}</p>
        <form method="post" action={pathIn(t.lang, shell.path)}>
          <button type="submit" className="button">
            {confirm.button}
          </button>
        </form>
        <p className="quiet">{confirm.otherwise}</p>
      </div>
    </Layout>
  );
}

export interface ConfirmedAlerts {
  wish: AlertWish;
  preferencesPath: string;
  /** Those that fit and look for people now. */
  studies: readonly StudyLink[];
}

export function AlertsConfirmedPage(props: {
  t: Texts;
  shell: PageShell;
  confirmed: ConfirmedAlerts;
}) {
  const { t, confirmed } = props;
  const { wish, studies } = confirmed;
  const texts = t.alerts.confirmed;
  return (
    <Layout t={t} shell={props.shell} title={texts.title} isPrivate>
      <div className="alerts">
        <h1>{texts.title}</h1>
        <p>{texts.text}</p>
        <p className="wish">{wishWords(t.lang, wish)}</p>
        {studies.length > 0 && (
          <>
            <h2>{texts.openNow}</h2>
            <StudyLinks t={t} studies={studies} />
          </>
        )}
        <p>
          <a href={confirmed.preferencesPath}>{texts.change}</a>
          {" · "}
          <a href={pathIn(t.lang, "/studies")}>{t.frame.allStudies}</a>
        </p>
      </div>
    </Layout>
  );
}
