// The facts of a record, as many as it gives; what it leaves out has no line.
import type { StudyType } from "@studydesk/domain/studies/imported-study";
import {
  ageRange,
  overallStatusLabels,
  phasesLabel,
  sexLabels,
} from "@studydesk/domain/studies/study-words";
import type { ReactNode } from "react";
import { registryDate } from "./registry-date";
import classes from "./study-facts.module.css";
import type { ImportedStudy } from "./study-types";

const typeLabels: Readonly<Record<StudyType, string>> = {
  INTERVENTIONAL: "Interventional",
  OBSERVATIONAL: "Observational",
  EXPANDED_ACCESS: "Expanded access",
};

export function StudyFacts({ study }: { study: ImportedStudy }) {
  return (
    <dl className={classes.facts}>
      <Fact name="Status">
        {overallStatusLabels[study.overallStatus]}
        {study.lastKnownStatus
          ? ` (last known: ${overallStatusLabels[study.lastKnownStatus]})`
          : ""}
      </Fact>
      <Fact name="Why stopped">{study.whyStopped}</Fact>
      <Fact name="Conditions">{study.conditions.join(", ")}</Fact>
      <Fact name="Who">
        {[
          ageRange(study.minimumAge, study.maximumAge),
          sexLabels[study.sex],
          ...(study.healthyVolunteers === undefined
            ? []
            : [study.healthyVolunteers ? "healthy volunteers, too" : "no healthy volunteers"]),
        ].join(" · ")}
      </Fact>
      <Fact name="Kind">
        {[
          ...(study.studyType ? [typeLabels[study.studyType]] : []),
          phasesLabel(study.phases),
        ].join(" · ")}
      </Fact>
      <Fact name="Sponsor">{study.sponsor}</Fact>
      <Fact name="Runs">{runs(study)}</Fact>
      <Fact name="Updated">{study.lastUpdate ? registryDate(study.lastUpdate) : undefined}</Fact>
      <Fact name="Contacts">
        {lines(study.contacts.map(({ name, phone, email }) => [name, phone, email]))}
      </Fact>
      <Fact name="Led by">
        {lines(study.officials.map(({ name, affiliation }) => [name, affiliation]))}
      </Fact>
      <Fact name="Official title">{study.officialTitle}</Fact>
      <Fact name="Acronym">{study.acronym}</Fact>
      <Fact name="Keywords">{study.keywords.join(", ")}</Fact>
    </dl>
  );
}

/** Nothing at all when there is nothing to say. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === undefined || children === null || children === "") return null;
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function lines(entries: readonly (readonly (string | undefined)[])[]): ReactNode {
  if (entries.length === 0) return null;
  return entries.map((parts) => {
    const line = parts.filter(Boolean).join(" · ");
    return <div key={line}>{line}</div>;
  });
}

function runs({ startDate, completionDate }: ImportedStudy): string | undefined {
  if (startDate && completionDate) {
    return `${registryDate(startDate)} to ${registryDate(completionDate)}`;
  }
  if (startDate) return `from ${registryDate(startDate)}`;
  return completionDate ? `until ${registryDate(completionDate)}` : undefined;
}
