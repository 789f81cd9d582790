// Why the form came back: a summary that leads to each field, or what to do instead. It has the id that
// the form's address points to, so a browser lands on it, and a screen reader begins there.

import { pathIn } from "@studydesk/domain/public-language";
import type { StudyListItem, StudyPage } from "@studydesk/domain/studies/study-page";
import { languageOfField } from "@studydesk/domain/studies/study-texts";
import { submissionFields } from "@studydesk/domain/submissions/submission-rules";
import type { ReactNode } from "react";
import type { StudyForm } from "../study-form";
import type { Texts } from "../texts/texts";
import { StudyLinks } from "./study-links";

export const noticeId = "problems";

export function FormNotice(props: { t: Texts; page: StudyPage; form: StudyForm }) {
  const { t, page, form } = props;
  const wrong = submissionFields.flatMap((field) => {
    const problem = form.problems[field];
    return problem ? [{ field, sentence: t.form.problem(field, problem) }] : [];
  });
  if (wrong.length > 0) {
    return (
      <Notice title={t.form.problemsTitle(wrong.length)}>
        <ul>
          {wrong.map(({ field, sentence }) => (
            <li key={field}>
              <a href={`#${field}`}>{sentence}</a>
            </li>
          ))}
        </ul>
        <p>{t.form.problemsNote}</p>
      </Notice>
    );
  }
  if (form.refusal?.kind === "too_many") {
    return (
      <Notice title={t.form.tooManyTitle}>
        <p>{t.form.tooMany(Math.ceil(form.refusal.retryAfterSeconds / 60))}</p>
        {form.refusal.hasContact && <p>{t.form.tooManyPhone}</p>}
      </Notice>
    );
  }
  if (form.refusal?.kind === "failed") {
    return (
      <Notice title={t.form.failedTitle}>
        <p>{t.form.failed}</p>
        {form.refusal.requestId && <p>{t.frame.problem.requestId(form.refusal.requestId)}</p>}
      </Notice>
    );
  }
  if (form.refusal?.kind === "too_large") {
    return (
      <Notice title={t.form.tooLargeTitle}>
        <p>{t.form.tooLarge}</p>
      </Notice>
    );
  }
  if (form.refusal?.kind === "outside_ages") {
    return <OutsideAges t={t} page={page} others={form.refusal.others} />;
  }
  return null;
}

/** No fault of anybody's: where else to look comes before the way on. */
function OutsideAges(props: { t: Texts; page: StudyPage; others: readonly StudyListItem[] }) {
  const { t, page, others } = props;
  return (
    <Notice title={t.form.outsideTitle} isKind>
      <p>{t.form.outside(t.registry.ages(page.minimumAge, page.maximumAge))}</p>
      {others.length > 0 && (
        <>
          <p>{t.form.outsideOthers}</p>
          <StudyLinks
            t={t}
            studies={others.map((study) => ({
              ...study,
              titleLanguage: languageOfField(study, "title", t.lang),
            }))}
          />
        </>
      )}
      <p>
        <a href={pathIn(t.lang, "/studies")}>{t.form.outsideLook}</a>
      </p>
      <p>{t.form.outsideStill}</p>
    </Notice>
  );
}

function Notice(props: { title: string; isKind?: boolean; children: ReactNode }) {
  return (
    <div
      className={props.isKind ? "notice kind" : "notice"}
      id={noticeId}
      role="alert"
      aria-labelledby="problems-title"
      tabIndex={-1}
    >
      <h3 id="problems-title">{props.title}</h3>
      {props.children}
    </div>
  );
}
