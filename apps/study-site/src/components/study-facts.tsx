// The study's facts as the registry gives them, each only when there is one.
import type { StudyPage } from "@studydesk/domain/studies/study-page";
import type { ReactNode } from "react";
import type { Texts } from "../texts/texts";
import { formatRegistryDate } from "./format-registry-date";

export function StudyFacts({ t, page }: { t: Texts; page: StudyPage }) {
  const { study, registry } = t;
  const date = (of: string | undefined) => of && formatRegistryDate(of, t.frame.dateLocale);
  const healthy = page.healthyVolunteers;
  const facts: [string, ReactNode][] = [
    [study.conditions, page.conditions.join(" · ")],
    [study.officialTitle, page.officialTitle !== page.title && page.officialTitle],
    [study.sponsor, page.sponsor],
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
