// The study's facts as the registry gives them, each only when there is one.
import type { StudyPage } from "@studydesk/domain/studies/study-page";
import { languageOfField } from "@studydesk/domain/studies/study-texts";
import type { ReactNode } from "react";
import type { Glossary } from "../glossary/glossary";
import type { Texts } from "../texts/texts";
import { formatRegistryDate } from "./format-registry-date";
import { languageMark } from "./in-english";

export function StudyFacts(props: { t: Texts; page: StudyPage; glossary: Glossary }) {
  const { t, page, glossary } = props;
  const { study, registry } = t;
  const date = (of: string | undefined) => of && formatRegistryDate(of, t.frame.dateLocale);
  const healthy = page.healthyVolunteers;
  const conditionsIn = languageOfField(page, "conditions", t.lang);
  const facts: [string, ReactNode][] = [
    [
      study.conditions,
      page.conditions.length > 0 && (
        <span data-anchor-field="conditions" {...languageMark(t, conditionsIn)}>
          {glossary.inField(conditionsIn)(page.conditions.join(" · "))}
        </span>
      ),
    ],
    [
      study.officialTitle,
      page.officialTitle && page.officialTitle !== page.title && (
        <span data-anchor-field="officialTitle" {...languageMark(t, "en")}>
          {glossary.inField("en")(page.officialTitle)}
        </span>
      ),
    ],
    [study.sponsor, page.sponsor && <bdi>{page.sponsor}</bdi>],
    [study.type, page.studyType && study.types[page.studyType]],
    [study.phase, capital(registry.phases(page.phases))],
    [study.ages, capital(registry.ages(page.minimumAge, page.maximumAge))],
    [study.sex, registry.sexes[page.sex]],
    [study.healthyVolunteers, healthy === undefined ? "" : healthy ? study.yes : study.no],
    [study.status, registry.statuses[page.overallStatus]],
    [study.started, date(page.startDate)],
    [study.ends, date(page.completionDate)],
    [study.lastUpdate, date(page.lastUpdate)],
    [
      study.registryNumber,
      <a key="record" href={`https://clinicaltrials.gov/study/${page.nctId}`} rel="noreferrer">
        {study.registryRecord(page.nctId)}
      </a>,
    ],
  ];
  return (
    <section aria-labelledby="details">
      <h2 id="details">{study.details}</h2>
      <dl className="facts">
        {facts
          .filter(([, fact]) => fact)
          .map(([name, fact]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
