// `studydesk import-study FILE`: stores a registry record, or shows with --dry-run what would be stored.
import { readFile, stat } from "node:fs/promises";
import {
  importStudy,
  previewStudyImport,
  type StudyImportView,
} from "@studydesk/api/studies/import-study";
import { DomainError } from "@studydesk/domain/errors";
import type { CriterionChild } from "@studydesk/domain/studies/criteria";
import { mostRegistryBytes } from "@studydesk/domain/studies/import-record";
import type { Command } from "commander";
import { addCommand } from "../add-command";
import { describeChanges } from "../describe-changes";
import { createProgress } from "../progress";
import { tell } from "../tell";
import { withDeps } from "../with-deps";

export function registerImportStudy(program: Command): void {
  addCommand(
    program,
    "import-study <file>",
    "Imports a ClinicalTrials.gov record (version 2, JSON).",
  )
    .option("--dry-run", "show what would be stored, store nothing")
    .action(async (file: string, options: { json?: boolean; dryRun?: boolean }) => {
      const progress = createProgress(options);
      progress.update("Reading the file", 0, 2);
      const fileText = await readStudyFile(file);
      const studies = await withDeps(async (deps) => {
        progress.update(options.dryRun ? "Comparing" : "Storing", 1, 2);
        return options.dryRun
          ? previewStudyImport(deps, { fileText })
          : importStudy(deps, null, { fileText });
      });
      progress.end();
      const heading = options.dryRun ? "Would be stored" : "Stored";
      tell(
        options,
        { studies },
        studies.flatMap((view) => describe(view, heading)),
      );
    });
}

/** The size is looked at before the file is read: 50 MB are refused without being loaded. */
async function readStudyFile(file: string): Promise<string> {
  const { size } = await stat(file).catch(() => {
    throw new DomainError("invalid", `There is no file at ${file}. Check the path.`);
  });
  if (size > mostRegistryBytes) {
    throw new DomainError("invalid", "The file is larger than 5 MB, which no single study is.");
  }
  return readFile(file, "utf8");
}

function describe(
  { effect, study, changes, olderThan }: StudyImportView,
  heading: string,
): string[] {
  const fact = (name: string, value: string | undefined) => (value ? [`  ${name}: ${value}`] : []);
  return [
    `${heading} (${effect}): ${study.nctId} ${study.title}`,
    ...(olderThan === null
      ? []
      : [`  Older than what is stored, which is of ${olderThan}: importing it goes backwards.`]),
    ...describeChanges(changes),
    ...fact("Status", study.overallStatus),
    ...fact("Sponsor", study.sponsor),
    ...fact("Conditions", study.conditions.join(", ")),
    ...fact("Sex", study.sex),
    ...fact("From age", study.minimumAge && `${study.minimumAge.value} ${study.minimumAge.unit}`),
    ...fact("To age", study.maximumAge && `${study.maximumAge.value} ${study.maximumAge.unit}`),
    ...fact("Phases", study.phases.join(", ")),
    ...fact("Last update", study.lastUpdate),
    ...fact("Summary", study.summary && `${study.summary.length} characters`),
    ...study.locations.map(
      (location) =>
        `  Location: ${[location.facility, location.city, location.country, location.status].filter(Boolean).join(", ")}`,
    ),
    ...study.criteria.criteria.flatMap((criterion) => [
      `  ${criterion.label}${criterion.heading ? ` [${criterion.heading}]` : ""} ${criterion.text}`,
      ...describeChildren(criterion.children, "      "),
    ]),
    ...study.criteria.notes.map((note) => `  Note (line ${note.line}, ${note.kind}): ${note.text}`),
    ...study.leftovers.map((sentence) => `  Left over: ${sentence}`),
  ];
}

function describeChildren(children: readonly CriterionChild[], indent: string): string[] {
  return children.flatMap((child) => [
    `${indent}- ${child.text}`,
    ...describeChildren(child.children, `${indent}  `),
  ]);
}
