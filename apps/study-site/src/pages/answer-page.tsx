// After sending: who has the message, what happens next and when, and where else to look. It says the
// same to everybody and nothing of what was sent: whoever typed another's address learns nothing here.

import { pathIn } from "@studydesk/domain/public-language";
import { answerTimeOf } from "../components/after-writing";
import { Layout } from "../components/layout";
import type { StudyLink } from "../components/study-links";
import { TitleLine } from "../components/title-line";
import type { PageShell } from "../page-shell";
import { gapIn } from "../texts/gap-in";
import type { Texts } from "../texts/texts";

export interface AnswerPage {
  study: StudyLink;
  /** The study centre that has the message; absent when the address names none of the study's. */
  site?: {
    name: string;
    promiseHours: number;
    /** Hours until half of those who wrote were reached; absent when too few wrote. */
    usualAnswerHours?: number;
  };
}

export const answerTitleId = "sent";

export function AnswerPageView(props: { t: Texts; shell: PageShell; answer: AnswerPage }) {
  const { t, answer } = props;
  const { site } = answer;
  const heading = site ? t.answer.title(site.name) : t.answer.titleUnknown;
  const link = (path: `/${string}`) => pathIn(t.lang, path);
  return (
    <Layout t={t} shell={props.shell} title={heading} brand={site?.name} isPrivate>
      <div className="hero narrow own">
        <TitleLine t={t} study={answer.study} />
        <h1 id={answerTitleId} tabIndex={-1}>
          {heading}
        </h1>
        {site && <p>{t.answer.sent(site.name)}</p>}
        <h2>{t.answer.next}</h2>
        <ol className="steps">
          {site && (
            <li>
              {t.answer.call}
              {gapIn(t.lang)}
              {answerTimeOf(t, site)}
              {site.usualAnswerHours !== undefined && (
                <p className="quiet small">{t.after.measured}</p>
              )}
            </li>
          )}
          <li>{t.answer.questions}</li>
          <li>{t.answer.free}</li>
        </ol>
        <p className="notice kind">{t.answer.urgent}</p>
        <h2>{t.answer.copyTitle}</h2>
        <p>{t.answer.copy}</p>
        <p>{t.answer.ownPage}</p>
        <p>
          <a href={link("/status")}>{t.answer.sendAgain}</a>
        </p>
        <h2>{t.answer.others}</h2>
        <p>{t.answer.othersText}</p>
        <p>
          <a href={link(`/alerts?study=${answer.study.nctId}`)}>{t.answer.othersLink}</a>
        </p>
        <p className="ends">
          <a href={link(`/studies/${answer.study.nctId}`)}>{t.answer.back}</a>
          {" · "}
          <a href={link("/studies")}>{t.frame.allStudies}</a>
        </p>
      </div>
    </Layout>
  );
}
