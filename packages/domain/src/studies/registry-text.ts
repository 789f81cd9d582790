// What the registry says about a study, as sections of plain text: what a plain-language text is made
// from and checked against. It holds nothing that names or reaches a person: contacts and officials are
// left out, and so are addresses and numbers to call that stand in the prose.
import { z } from "zod";
import { resolveEscapes } from "./criteria-text";
import type { ImportedStudy } from "./imported-study";
import { ageRange, phasesLabel, sexLabels } from "./study-words";

export interface RegistrySection {
  title: string;
  text: string;
}

const text = z.string().optional().catch(undefined);
const listOf = <T extends z.ZodType>(item: T) => z.array(item).optional().catch(undefined);
const outcome = z.object({ measure: text, description: text, timeFrame: text });

/** The parts of a record that the study page does not show, but a text about the study may speak of. */
const recordDetails = z.object({
  protocolSection: z.object({
    armsInterventionsModule: z
      .object({
        armGroups: listOf(z.object({ label: text, description: text })),
        interventions: listOf(
          z.object({ name: text, description: text, otherNames: listOf(z.string()) }),
        ),
      })
      .optional()
      .catch(undefined),
    outcomesModule: z
      .object({ primaryOutcomes: listOf(outcome), secondaryOutcomes: listOf(outcome) })
      .optional()
      .catch(undefined),
    designModule: z
      .object({
        enrollmentInfo: z
          .object({ count: z.number().optional().catch(undefined) })
          .optional()
          .catch(undefined),
      })
      .optional()
      .catch(undefined),
  }),
});

/** `record` is the registry's record as parsed JSON; what cannot be read in it is left out. */
export function registrySectionsOf(study: ImportedStudy, record: unknown): RegistrySection[] {
  const details = recordDetails.safeParse(record).data?.protocolSection;
  const arms = details?.armsInterventionsModule;
  const outcomes = details?.outcomesModule;
  const count = details?.designModule?.enrollmentInfo?.count;
  const age = study.minimumAge || study.maximumAge;
  const sections: [title: string, text: string | undefined][] = [
    ["Title", study.title],
    ["Official title", study.officialTitle],
    ["Conditions", study.conditions.join(", ")],
    ["Summary", study.summary],
    ["Details", study.detailedDescription],
    [
      "What is given or done",
      lines(arms?.interventions, ({ name, otherNames, description }) => [
        [name, otherNames?.length ? `(${otherNames.join(", ")})` : undefined],
        [description],
      ]),
    ],
    ["Groups", lines(arms?.armGroups, ({ label, description }) => [[label], [description]])],
    [
      "What is measured",
      lines(
        [...(outcomes?.primaryOutcomes ?? []), ...(outcomes?.secondaryOutcomes ?? [])],
        ({ measure, timeFrame, description }) => [[measure], [description], [timeFrame]],
      ),
    ],
    ["Who can take part", study.criteriaText],
    ["Ages", age ? ageRange(study.minimumAge, study.maximumAge) : undefined],
    ["Sex", sexLabels[study.sex]],
    ["Phase", study.phases.some((phase) => phase !== "NA") ? phaseOf(study) : undefined],
    ["Size", count ? `${count} participants` : undefined],
    ["Sponsor", study.sponsor],
    ["Dates", datesOf(study)],
  ];
  return sections.flatMap(([title, found]) => {
    const shown = withoutContacts(resolveEscapes(found ?? "")).trim();
    return shown === "" ? [] : [{ title, text: shown }];
  });
}

/** The sections as one text: sent to be drafted from, compared with, and told apart by its digest. */
export function registryTextOf(sections: readonly RegistrySection[]): string {
  return sections.map(({ title, text: words }) => `${title}:\n${words}`).join("\n\n");
}

function lines<T>(
  items: readonly T[] | undefined,
  partsOf: (item: T) => readonly (readonly (string | undefined)[])[],
): string {
  const given = (items ?? []).map((item) =>
    partsOf(item)
      .map((part) => part.filter((word) => word?.trim()).join(" "))
      .filter((part) => part !== "")
      .join(". "),
  );
  return [...new Set(given)].filter((line) => line !== "").join("\n");
}

function phaseOf({ phases }: ImportedStudy): string {
  return phasesLabel(phases).replace(/^Phase: /, "");
}

function datesOf({ startDate, completionDate }: ImportedStudy): string {
  return [
    startDate ? `Starts ${startDate}` : undefined,
    completionDate ? `ends ${completionDate}` : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(", ");
}

/** Seven digits or more, in the groups that telephone numbers are written in; no date, no plain count. */
const phoneNumber =
  /(?<![\w.])(?:\+\d[\d\s().-]{6,18}\d|\(\d{2,4}\)\s?\d{3,4}[\s.-]\d{3,4}|\d{3}[\s.-]\d{3}[\s.-]\d{4})(?![\w])/g;
const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;

function withoutContacts(prose: string): string {
  return prose.replace(address, "[address]").replace(phoneNumber, "[number]");
}
