// Which study centre gets the message: asked only when several take messages.
import { sayableAnswerTime } from "@studydesk/domain/contact/answer-time";
import type { RecruitingSite } from "@studydesk/domain/studies/study-page";
import { type FieldProps, Problem } from "./field";

export function SiteChoice(
  props: Omit<FieldProps, "field"> & { sites: RecruitingSite[]; chosen: string },
) {
  const { t, sites, problem } = props;
  const [only, ...others] = sites;
  if (only && others.length === 0) return <input type="hidden" name="site" value={only.id} />;
  return (
    <fieldset
      className={problem ? "field has-problem" : "field"}
      {...(problem ? { "aria-describedby": "site-problem" } : {})}
    >
      <legend>{t.form.fieldNames.site}</legend>
      <Problem t={t} field="site" problem={problem} />
      {sites.map(({ id, name, city, promiseHours, usualAnswerHours }, index) => (
        <label key={id} className="choice">
          <input
            type="radio"
            name="site"
            // The summary of problems links to the first choice.
            id={index === 0 ? "site" : `site-${id}`}
            value={id}
            defaultChecked={props.chosen === String(id)}
            required
          />
          <span>
            <bdi>{name}</bdi>
            {t.frame.comma}
            <bdi>{city}</bdi>
            <span className="quiet place">
              {usualAnswerHours === undefined
                ? t.form.sitePromise(promiseHours)
                : t.after.usuallyHere(sayableAnswerTime(usualAnswerHours))}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
