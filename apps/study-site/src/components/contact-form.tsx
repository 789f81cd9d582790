// The way to the study team: a plain form that needs no script. What was typed comes back with it.

import { readLanguage, spokenLanguages } from "@studydesk/domain/leads/languages";
import { pathIn } from "@studydesk/domain/public-language";
import { hasAgeLimits } from "@studydesk/domain/studies/age-limits";
import type { StudyPage } from "@studydesk/domain/studies/study-page";
import {
  allTheSameField,
  consentTextField,
  honeypotField,
} from "@studydesk/domain/submissions/form-fields";
import type { StudyForm } from "../study-form";
import { gapIn } from "../texts/gap-in";
import type { Texts } from "../texts/texts";
import { answerTimeOf } from "./after-writing";
import { describeField, Field, Problem, TextField } from "./field";
import { FormNotice, noticeId } from "./form-notice";
import { SiteChoice } from "./site-choice";

const names = [
  ["first_name", "given-name"],
  ["last_name", "family-name"],
] as const;

export function ContactForm({ t, page, form }: { t: Texts; page: StudyPage; form: StudyForm }) {
  const { typed, problems } = form;
  const [site, ...others] = page.recruitingSites;
  const isOutside = form.refusal?.kind === "outside_ages" || typed.allTheSame;
  const field = (name: keyof typeof problems) => ({ t, field: name, problem: problems[name] });
  return (
    <section className="card" id="ask" data-answer="" aria-labelledby="ask-title">
      <h2 id="ask-title">{t.form.title}</h2>
      {site && others.length === 0 ? (
        <p className="quiet">
          {t.form.intro(site.name, site.city)}
          {gapIn(t.lang)}
          {answerTimeOf(t, site)}
        </p>
      ) : (
        <p className="quiet">{t.form.introSeveral}</p>
      )}
      <FormNotice t={t} page={page} form={form} />
      <form
        method="post"
        action={`${pathIn(t.lang, `/studies/${page.nctId}`)}#${noticeId}`}
        noValidate
        data-study={page.nctId}
      >
        <SiteChoice {...field("site")} sites={page.recruitingSites} chosen={typed.site} />
        <div className="two">
          {(t.form.familyNameFirst ? names.toReversed() : names).map(([name, autoComplete]) => (
            <TextField
              key={name}
              {...field(name)}
              type="text"
              autoComplete={autoComplete}
              value={typed[name]}
            />
          ))}
        </div>
        <TextField {...field("email")} type="email" autoComplete="email" value={typed.email} />
        <TextField
          {...field("phone")}
          type="tel"
          autoComplete="tel"
          value={typed.phone}
          hint={t.form.phoneHint}
        />
        {hasAgeLimits(page) && (
          <TextField
            {...field("birth_year")}
            type="text"
            autoComplete="off"
            inputMode="numeric"
            value={typed.birth_year}
            hint={t.form.birthYearHint(t.registry.ages(page.minimumAge, page.maximumAge))}
            isOptional
          />
        )}
        <Field {...field("language")} isOptional>
          <select
            {...describeField("language", problems.language)}
            defaultValue={spokenLanguageIn(t, form)}
          >
            <option value="">{t.form.anyLanguage}</option>
            {spokenLanguages.map(({ tag, ownName }) => (
              <option key={tag} value={tag} lang={tag}>
                {ownName}
              </option>
            ))}
          </select>
        </Field>
        <Field {...field("message")} isOptional hint={t.form.messageHint}>
          <textarea
            {...describeField("message", problems.message, t.form.messageHint)}
            rows={3}
            dir="auto"
            defaultValue={typed.message}
          />
        </Field>
        <div className="unseen" aria-hidden="true">
          <label htmlFor={honeypotField}>{t.form.honeypot}</label>
          <input id={honeypotField} name={honeypotField} tabIndex={-1} autoComplete="off" />
        </div>
        <div className={problems.consent ? "field has-problem" : "field"}>
          <Problem {...field("consent")} />
          <label className="choice consent" htmlFor="consent">
            <input
              {...describeField("consent", problems.consent)}
              type="checkbox"
              value="yes"
              defaultChecked={typed.consent === "yes" && !problems.consent}
              required
            />
            <span lang={page.consentText.language}>{page.consentText.text}</span>
          </label>
          <input type="hidden" name={consentTextField} value={page.consentText.id} />
        </div>
        <button
          type="submit"
          className="button"
          {...(isOutside ? { name: allTheSameField, value: "yes" } : {})}
        >
          {isOutside ? t.form.sendAllTheSame : t.form.send}
        </button>
        <p className="hint after">{t.form.afterSending}</p>
      </form>
    </section>
  );
}

/** Untouched, it is the language that the person is reading; what they chose comes back as chosen. */
function spokenLanguageIn(t: Texts, { typed, problems, refusal }: StudyForm): string {
  const isUntouched = Object.keys(problems).length === 0 && !refusal;
  if (isUntouched && typed.language === "") return t.lang === "en" ? "" : t.lang;
  return readLanguage(typed.language) ?? "";
}
