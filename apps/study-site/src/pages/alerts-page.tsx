// The sign-up for study alerts: a plain form that needs no script. What was typed comes back with it; its
// address says at most from which study somebody came.
import { pathIn } from "@studydesk/domain/public-language";
import { alertConsentText } from "@studydesk/domain/subscriptions/alert-consent";
import { alertHoneypot } from "@studydesk/domain/subscriptions/subscription-input";
import type { AlertForm } from "../alert-form";
import { AlertNotice, EmailField, WishFields } from "../components/alert-fields";
import { noticeId } from "../components/form-notice";
import { Layout } from "../components/layout";
import type { PageShell } from "../page-shell";
import type { Texts } from "../texts/texts";

export interface AlertSignUp {
  form: AlertForm;
  /** To choose from. */
  conditions: readonly string[];
  /** Where somebody came from. */
  study?: { nctId: string; title: string } | undefined;
}

export function AlertsPage(props: { t: Texts; shell: PageShell; signUp: AlertSignUp }) {
  const { t, signUp } = props;
  const { form, study, conditions } = signUp;
  const wrong = Object.keys(form.problems).length;
  const title = wrong > 0 ? `${t.alerts.problemsTitle(wrong)}: ${t.alerts.title}` : t.alerts.title;
  return (
    <Layout t={t} shell={props.shell} title={title} description={t.alerts.intro}>
      <div className="alerts">
        <h1>{t.alerts.title}</h1>
        <p>{t.alerts.intro}</p>
        {study && (
          <p className="quiet">
            <a href={pathIn(t.lang, `/studies/${study.nctId}`)}>
              {t.alerts.fromStudy(study.title)}
            </a>
          </p>
        )}
        <div className="card">
          <AlertNotice t={t} form={form} />
          <form method="post" action={`${pathIn(t.lang, "/alerts")}#${noticeId}`} noValidate>
            <WishFields t={t} form={form} conditions={conditions} />
            <EmailField t={t} form={form} />
            <div className="unseen" aria-hidden="true">
              <label htmlFor={alertHoneypot}>{t.alerts.honeypot}</label>
              <input id={alertHoneypot} name={alertHoneypot} tabIndex={-1} autoComplete="off" />
            </div>
            <p className="hint consent">{alertConsentText(t.lang)}</p>
            <button type="submit" className="button">
              {t.alerts.send}
            </button>
            <p className="hint after">{t.alerts.afterSending}</p>
          </form>
        </div>
      </div>
    </Layout>
  );
}
