// Pages for when there is nothing to show: what happened, and where to go from here.
import { pathIn } from "@studydesk/domain/public-language";
import { Layout } from "../components/layout";
import type { PageShell } from "../page-shell";
import type { Texts } from "../texts/texts";

export function NotFoundPage({ t, shell }: { t: Texts; shell: PageShell }) {
  return (
    <Layout t={t} shell={shell} title={t.frame.notFound.title} isPrivate>
      <div className="hero narrow">
        <h1>{t.frame.notFound.title}</h1>
        <p>{t.frame.notFound.text}</p>
        <ul>
          <li>
            <a href={pathIn(t.lang, "/studies")}>{t.frame.allStudies}</a>
          </li>
          <li>
            <a href="https://clinicaltrials.gov" rel="noreferrer">
              {t.frame.notFound.registry}
            </a>
          </li>
        </ul>
      </div>
    </Layout>
  );
}

export interface ProblemToShow {
  kind: "tooLarge" | "tooMany" | "notTaken" | "broken";
  requestId?: string;
}

export function ProblemPage(props: { t: Texts; shell: PageShell; problem: ProblemToShow }) {
  const { t, problem } = props;
  return (
    <Layout t={t} shell={props.shell} title={t.frame.problem.title} isPrivate>
      <div className="hero narrow">
        <h1>{t.frame.problem.title}</h1>
        <p>{t.frame.problem[problem.kind]}</p>
        {problem.requestId && (
          <p className="quiet">{t.frame.problem.requestId(problem.requestId)}</p>
        )}
        <p>
          <a href={pathIn(t.lang, "/studies")}>{t.frame.problem.back}</a>
        </p>
      </div>
    </Layout>
  );
}
