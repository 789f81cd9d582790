// The studies that take messages now.

import { isolate } from "@studydesk/domain/isolate";
import { localeOf, type PublicLanguage, pathIn } from "@studydesk/domain/public-language";
import type { StudyList, StudyListItem } from "@studydesk/domain/studies/study-page";
import { languageOfField } from "@studydesk/domain/studies/study-texts";
import { languageMark } from "../components/in-english";
import { Layout } from "../components/layout";
import type { PageShell } from "../page-shell";
import type { Texts } from "../texts/texts";

export function StudyListPage({ t, shell, list }: { t: Texts; shell: PageShell; list: StudyList }) {
  return (
    <Layout
      t={t}
      shell={shell}
      title={`${t.list.title} · ${t.frame.brand}`}
      description={t.list.intro}
    >
      <div className="hero">
        <h1>{t.list.title}</h1>
        <p className="quiet">{list.studies.length > 0 ? t.list.intro : t.list.none}</p>
        <p>
          <a href={pathIn(t.lang, "/alerts")}>{t.alerts.linkAny}</a>
        </p>
      </div>
      <ul className="studies">
        {list.studies.map((study) => (
          <Study key={study.nctId} t={t} study={study} />
        ))}
      </ul>
      {list.nextBefore !== undefined && (
        <p>
          <a href={pathIn(t.lang, `/studies?before=${list.nextBefore}`)}>{t.list.next}</a>
        </p>
      )}
      {list.studies.length === 0 && (
        <p>
          <a href="https://clinicaltrials.gov/search?aggFilters=status:rec" rel="noreferrer">
            {t.list.search}
          </a>
        </p>
      )}
    </Layout>
  );
}

function Study({ t, study }: { t: Texts; study: StudyListItem }) {
  const markOf = (field: "title" | "conditions") =>
    languageMark(t, languageOfField(study, field, t.lang));
  const cities = [...new Set(study.sites.map(({ city }) => city))];
  return (
    <li>
      <h2>
        <a href={pathIn(t.lang, `/studies/${study.nctId}`)}>
          <span {...markOf("title")}>{study.title}</span>
        </a>
      </h2>
      <p>
        <span {...markOf("conditions")}>{study.conditions.join(" · ")}</span>
      </p>
      <p className="quiet small">
        {[
          t.registry.ages(study.minimumAge, study.maximumAge),
          t.registry.sexes[study.sex],
          t.registry.phaseTag(study.phases),
          listOf(t.lang, cities),
        ].join(" · ")}
      </p>
    </li>
  );
}

/** "Chicago and Valencia", as the language joins names. */
function listOf(language: PublicLanguage, names: readonly string[]): string {
  const list = new Intl.ListFormat(localeOf(language), { type: "conjunction" });
  return list.format(names.map((name) => isolate(language, name)));
}
