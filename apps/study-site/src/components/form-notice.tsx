// Why the form came back: a summary that leads to each field, or what to do instead. It has the id that
// the form's address points to, so a browser lands on it, and a screen reader begins there.
import { submissionFields } from "@studydesk/domain/leads/submission-input";
import type { StudyForm } from "../study-form";
import type { Texts } from "../texts/texts";

export const noticeId = "problems";

export function FormNotice({ t, form }: { t: Texts; form: StudyForm }) {
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
  return null;
}

function Notice({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div
      className="notice"
      id={noticeId}
      role="alert"
      aria-labelledby="problems-title"
      tabIndex={-1}
    >
      <h3 id="problems-title">{title}</h3>
      {children}
    </div>
  );
}
