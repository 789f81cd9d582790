// A reader's own page: what one subscription tells, and the ways to change it, to end it and to be forgotten.
import {
  directionOf,
  pathIn,
  publicLanguageNames,
  publicLanguages,
} from "@studydesk/domain/public-language";
import type { AlertWish } from "@studydesk/domain/subscriptions/subscription";
import { wishWords } from "@studydesk/domain/subscriptions/wish-words";
import type { AlertForm } from "../alert-form";
import { AlertNotice, WishFields } from "../components/alert-fields";
import { noticeId } from "../components/form-notice";
import { Layout } from "../components/layout";
import type { PageShell } from "../page-shell";
import type { Texts } from "../texts/texts";
import { alertDoneId } from "./alerts-plain-pages";

export interface AlertPreferences {
  /** As it stands. */
  wish: AlertWish;
  form: AlertForm;
  conditions: readonly string[];
  isSaved: boolean;
}

export function AlertsPreferencesPage(props: {
  t: Texts;
  shell: PageShell;
  preferences: AlertPreferences;
}) {
  const { t, shell, preferences } = props;
  const { wish, form } = preferences;
  const texts = t.alerts.preferences;
  const action = pathIn(t.lang, shell.path);
  return (
    <Layout t={t} shell={shell} title={texts.title} isPrivate>
      <div className="alerts">
        <h1>{texts.title}</h1>
        {preferences.isSaved && (
          <p className="notice kind" role="status" id={alertDoneId} tabIndex={-1}>
            {texts.saved}
          </p>
        )}
        <p>{texts.now}</p>
        <p className="wish">{wishWords(t.lang, wish)}</p>
        <section className="card" aria-labelledby="change">
          <h2 id="change">{texts.change}</h2>
          <AlertNotice t={t} form={form} />
          <form method="post" action={`${action}#${noticeId}`} noValidate>
            <WishFields t={t} form={form} conditions={preferences.conditions} />
            <div className="field">
              <label htmlFor="language">{t.alerts.language}</label>
              <select id="language" name="language" defaultValue={form.typed.language}>
                {publicLanguages.map((language) => (
                  <option
                    key={language}
                    value={language}
                    lang={language}
                    dir={directionOf(language)}
                  >
                    {publicLanguageNames[language]}
                  </option>
                ))}
              </select>
            </div>
            <button type="submit" className="button" name="do" value="change">
              {texts.save}
            </button>
          </form>
        </section>
        <form method="post" action={action} className="way-out">
          <p>{texts.stopHint}</p>
          <button type="submit" className="button second" name="do" value="stop">
            {texts.stop}
          </button>
        </form>
        <form method="post" action={action} className="way-out">
          <p>{texts.eraseHint}</p>
          <button type="submit" className="button second" name="do" value="erase">
            {texts.erase}
          </button>
        </form>
      </div>
    </Layout>
  );
}
