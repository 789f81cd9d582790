// The fields of a wish for alerts, the same at the sign-up and on the reader's own page: the condition
// with those of the studies here to choose from, the town, and how far from it.

import { alertRadiiKm } from "@studydesk/domain/subscriptions/subscription";
import {
  type AlertField,
  type AlertProblem,
  alertFields,
  placeChoiceField,
} from "@studydesk/domain/subscriptions/subscription-input";
import { distanceWords } from "@studydesk/domain/subscriptions/wish-words";
import type { ReactNode } from "react";
import type { AlertForm, PlaceChoice } from "../alert-form";
import type { Texts } from "../texts/texts";
import { noticeId } from "./form-notice";
import { joinPlace } from "./join-place";

interface FormParts {
  t: Texts;
  form: AlertForm;
}

export function WishFields({ t, form, conditions }: FormParts & { conditions: readonly string[] }) {
  const { typed, problems } = form;
  return (
    <>
      <AlertFieldRow t={t} form={form} field="condition" hint={t.alerts.conditionHint}>
        <input
          {...describe("condition", form, true)}
          type="text"
          list="conditions"
          autoComplete="off"
          defaultValue={typed.condition}
          dir="auto"
        />
        <datalist id="conditions">
          {conditions.map((condition) => (
            <option key={condition} value={condition} />
          ))}
        </datalist>
      </AlertFieldRow>
      <div className="two">
        <AlertFieldRow t={t} form={form} field="place" hint={t.alerts.placeHint}>
          <input
            {...describe("place", form, true)}
            type="text"
            autoComplete="address-level2"
            defaultValue={typed.place}
            dir="auto"
          />
        </AlertFieldRow>
        <AlertFieldRow t={t} form={form} field="radius">
          <select {...describe("radius", form)} defaultValue={typed.radius}>
            {alertRadiiKm.map((km) => (
              <option key={km} value={km}>
                {distanceWords(t.lang, km)}
              </option>
            ))}
          </select>
        </AlertFieldRow>
      </div>
      {problems.place === "which_place" && <PlaceChoices t={t} form={form} />}
    </>
  );
}

function PlaceChoices({ t, form }: FormParts) {
  return (
    <fieldset className="field has-problem">
      <legend>{t.alerts.problem("place", "which_place")}</legend>
      {form.places.map((place) => (
        <label key={place.id} className="choice" htmlFor={choiceId(place)}>
          <input
            id={choiceId(place)}
            type="radio"
            name={placeChoiceField}
            value={place.id}
            defaultChecked={String(place.id) === form.typed.placeChoice}
          />
          <span>{placeWords(t, place)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function choiceId(place: PlaceChoice | undefined): string {
  return `${placeChoiceField}-${place?.id ?? ""}`;
}

function placeWords(t: Texts, { name, region, near, countryCode }: PlaceChoice): string {
  const country = new Intl.DisplayNames(t.lang, { type: "region" }).of(countryCode);
  return joinPlace(t, [name, region ?? near, country]);
}

export function EmailField({ t, form }: FormParts) {
  return (
    <AlertFieldRow t={t} form={form} field="email">
      <input
        {...describe("email", form)}
        type="email"
        autoComplete="email"
        defaultValue={form.typed.email}
        dir="ltr"
        spellCheck={false}
        required
      />
    </AlertFieldRow>
  );
}

/** Why the form came back, with a way to each field; a screen reader begins there. */
export function AlertNotice({ t, form }: FormParts) {
  const wrong = alertFields.flatMap((field) => {
    const problem = form.problems[field];
    if (!problem) return [];
    const isChoice = problem === "which_place";
    const target = isChoice ? choiceId(form.places[0]) : field;
    return [{ target, sentence: t.alerts.problem(field, problem) }];
  });
  if (wrong.length === 0 && form.retryAfterSeconds === undefined) return null;
  return (
    <div
      className="notice"
      id={noticeId}
      role="alert"
      aria-labelledby="problems-title"
      tabIndex={-1}
    >
      {form.retryAfterSeconds === undefined ? (
        <>
          <h2 id="problems-title">{t.alerts.problemsTitle(wrong.length)}</h2>
          <ul>
            {wrong.map(({ target, sentence }) => (
              <li key={target}>
                <a href={`#${target}`}>{sentence}</a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <h2 id="problems-title">{t.alerts.tooManyTitle}</h2>
          <p>{t.alerts.tooMany(Math.ceil(form.retryAfterSeconds / 60))}</p>
        </>
      )}
    </div>
  );
}

function AlertFieldRow(
  props: FormParts & { field: AlertField; hint?: string; children: ReactNode },
) {
  const { t, form, field, hint } = props;
  const problem = ownProblem(field, form);
  return (
    <div className={problem ? "field has-problem" : "field"}>
      <label htmlFor={field}>{t.alerts.fieldNames[field]}</label>
      {hint && (
        <p className="hint" id={`${field}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="wrong" id={`${field}-problem`}>
          {t.alerts.problem(field, problem)}
        </p>
      )}
      {props.children}
    </div>
  );
}

/** Which town is meant is asked under the field, where the answers stand. */
function ownProblem(field: AlertField, { problems }: AlertForm): AlertProblem | undefined {
  const problem = problems[field];
  return problem === "which_place" ? undefined : problem;
}

/** Ties a control to its hint and its problem for those who hear the page. */
function describe(field: AlertField, form: AlertForm, hasHint = false) {
  const problem = ownProblem(field, form);
  const describedBy = [hasHint && `${field}-hint`, problem && `${field}-problem`].filter(Boolean);
  return {
    id: field,
    name: field,
    ...(problem ? { "aria-invalid": true } : {}),
    ...(describedBy.length > 0 ? { "aria-describedby": describedBy.join(" ") } : {}),
  };
}
