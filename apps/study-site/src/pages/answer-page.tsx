// After sending: who has the message and what happens next. It says the same to everybody, and nothing
// of what was sent, so it may be looked at again.
import { pathIn } from "@studydesk/domain/public-language";
import { Layout } from "../components/layout";
import type { PageShell } from "../page-shell";
import type { Texts } from "../texts/texts";

export interface AnswerPage {
  nctId: string;
  title: string;
  /** The study centre that has the message; absent when the address names none of the study's. */
  site?: { name: string; promiseHours: number };
}

export const answerTitleId = "sent";

export function AnswerPageView(props: { t: Texts; shell: PageShell; answer: AnswerPage }) {
  const { t, answer } = props;
  const { site } = answer;
  const heading = site ? t.answer.title(site.name) : t.answer.titleUnknown;
  return (
    <Layout t={t} shell={props.shell} title={heading} brand={site?.name} isPrivate>
      <div className="hero narrow">
        <p className="quiet">{answer.title}</p>
        <h1 id={answerTitleId} tabIndex={-1}>
          {heading}
        </h1>
        {site && <p>{t.answer.sent(site.name)}</p>}
        <p>{t.answer.copy}</p>
        <h2>{t.answer.next}</h2>
        <ol>
          {site && <li>{t.answer.call(site.promiseHours)}</li>}
          <li>{t.answer.questions}</li>
          <li>{t.answer.free}</li>
        </ol>
        <p className="quiet">{t.answer.urgent}</p>
        <p>
          <a href={pathIn(t.lang, `/studies/${answer.nctId}`)}>{t.answer.back}</a>
          {" · "}
          <a href={pathIn(t.lang, "/studies")}>{t.frame.allStudies}</a>
        </p>
      </div>
    </Layout>
  );
}
