// The passages of a study that the study team may word by itself, in each language. A passage of the
// criteria goes by what it says, not by its place: its name holds the fingerprint of the registry's text,
// so a wording can only ever stand for the very text it was made from, wherever that has moved to.
import { z } from "zod";
import type { CriteriaNote, Criterion } from "./criteria";
import { writeCriterion } from "./criterion-text";
import type { ImportedStudy } from "./imported-study";

export const wholeFields = [
  "title",
  "summary",
  "detailedDescription",
  "whyStopped",
  "conditions",
] as const;
/** A field with one text, whose wording stays shown when the registry changes it. */
export type WholeField = (typeof wholeFields)[number];

const criteriaParts = ["criteria", "heading", "note"] as const;
/** A passage of the criteria: a criterion, the heading over some, or what stands outside the lists. */
export type CriteriaField = `${(typeof criteriaParts)[number]}.${string}`;

export type StudyTextField = WholeField | CriteriaField;

export const studyTextFieldSchema = z.union([
  z.enum(wholeFields),
  z.templateLiteral([z.enum(criteriaParts), ".", z.string().regex(/^[0-9a-f]{16}$/)]),
]);

/** What of an imported study can be worded. */
export type StudyToWord = Pick<ImportedStudy, WholeField | "criteria">;

export interface StudyPassage {
  field: StudyTextField;
  /** Where a passage of the criteria stands now: "I3"; a heading bears its first criterion's. */
  label: string | null;
  /** The registry's text, as one edits it: a criterion with its points, a line for each condition. */
  source: string;
  sourceSha256: string;
}

/** Hex of SHA-256; given from outside, since a browser and Node have it in different places. */
export type Sha256 = (text: string) => string;

/** In the order of the page; what the registry does not have is left out. */
export function studyPassages(study: StudyToWord, sha256: Sha256): StudyPassage[] {
  const whole = wholeFields.flatMap((field): StudyPassage[] => {
    const source = sourceOf(study, field);
    return source ? [{ field, label: null, source, sourceSha256: sha256(source) }] : [];
  });
  const { criteria, notes } = study.criteria;
  const headed = criteria.flatMap((criterion): StudyPassage[] => [
    ...(criterion.heading ? [headingPassage(criterion.heading, criterion.label, sha256)] : []),
    criterionPassage(criterion, sha256),
  ]);
  const noted = notes.filter(isShownNote).map((note) => notePassage(note, sha256));
  // The same heading over several criteria, or a point listed twice, is one passage.
  const seen = new Set<StudyTextField>();
  return [...whole, ...headed, ...noted].filter(({ field }) => {
    const isFirst = !seen.has(field);
    seen.add(field);
    return isFirst;
  });
}

export function sourceOf(study: StudyToWord, field: WholeField): string | undefined {
  return field === "conditions" ? study.conditions.join("\n") : study[field];
}

/** Notes of other kinds are leftovers of the file that no page shows. */
export function isShownNote(note: CriteriaNote): boolean {
  return note.kind === "outside_lists";
}

export function criterionPassage(criterion: Criterion, sha256: Sha256): StudyPassage {
  const source = writeCriterion(criterion);
  // On which side it stands, and for whom, is part of what it says.
  const meant = [criterion.kind, criterion.heading ?? "", source].join("\n");
  return passage("criteria", { label: criterion.label, source }, sha256(meant));
}

export function headingPassage(heading: string, label: string, sha256: Sha256): StudyPassage {
  return passage("heading", { label, source: heading }, sha256(heading));
}

export function notePassage(note: CriteriaNote, sha256: Sha256): StudyPassage {
  const meant = [note.section ?? "", note.text].join("\n");
  return passage("note", { label: note.after ?? null, source: note.text }, sha256(meant));
}

function passage(
  part: (typeof criteriaParts)[number],
  { label, source }: Pick<StudyPassage, "label" | "source">,
  sourceSha256: string,
): StudyPassage {
  return { field: `${part}.${sourceSha256.slice(0, 16)}`, label, source, sourceSha256 };
}
