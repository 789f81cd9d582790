// A study's words as one reader gets them: the study team's own wording where it stands for the
// registry's text of today, else that text. Rule guarded: a wording of the criteria is never shown for
// another text than the one it was made from, so no old number stands in for a new one.
import type { PublicLanguage } from "../public-language";
import type { CriteriaNote, Criterion, ParsedCriteria } from "./criteria";
import { readCriterion } from "./criterion-text";
import {
  criterionPassage,
  headingPassage,
  isShownNote,
  notePassage,
  type Sha256,
  type StudyPassage,
  type StudyTextField,
  type StudyToWord,
  sourceOf,
  type WholeField,
  wholeFields,
} from "./study-passages";

/** The local wording of one passage in one language: in English an edit, else a translation. */
export interface StudyText {
  field: StudyTextField;
  text: string;
  sourceSha256: string;
}

export type ShownCriterion = Criterion & {
  /** Said where it is the registry's English before a reader of another language. */
  lang?: "en";
  headingLang?: "en";
};
export type ShownNote = CriteriaNote & { lang?: "en" };
export type ShownCriteria = Omit<ParsedCriteria, "criteria" | "notes"> & {
  criteria: ShownCriterion[];
  notes: ShownNote[];
};

export type ShownStudyWords = Omit<StudyToWord, "criteria"> & {
  criteria: ShownCriteria;
  /** Fields that stand in the registry's English before a reader of another language. */
  inEnglish: readonly WholeField[];
  /** Fields, and criteria as one, that are worded by the study team: an edit or a translation. */
  wordedHere: readonly (WholeField | "criteria")[];
};

/** `texts` are those of the reader's language. */
export function applyStudyTexts(
  study: StudyToWord,
  reader: { language: PublicLanguage; texts: readonly StudyText[] },
  sha256: Sha256,
): ShownStudyWords {
  const texts = new Map(reader.texts.map((text) => [text.field, text]));
  const has = wholeFields.filter((field) => sourceOf(study, field));
  const worded = has.filter((field) => texts.has(field));
  const words: Omit<StudyToWord, "criteria"> = {
    title: texts.get("title")?.text ?? study.title,
    conditions: conditionsOf(study, texts.get("conditions")),
  };
  for (const field of ["summary", "detailedDescription", "whyStopped"] as const) {
    const text = study[field] && (texts.get(field)?.text ?? study[field]);
    if (text !== undefined) words[field] = text;
  }
  const criteria = shownCriteria(study.criteria, reader.language, texts, sha256);
  return {
    ...words,
    criteria: criteria.shown,
    inEnglish: reader.language === "en" ? [] : has.filter((field) => !worded.includes(field)),
    wordedHere: [...worded, ...(criteria.hasWording ? (["criteria"] as const) : [])],
  };
}

/** What a field of the shown words is written in. */
export function languageOfField(
  shown: Pick<ShownStudyWords, "inEnglish">,
  field: WholeField,
  reader: PublicLanguage,
): PublicLanguage {
  return shown.inEnglish.includes(field) ? "en" : reader;
}

/** How a wording stands to the registry's text of today. */
export type TextState = "missing" | "current" | "registry_changed";

export function stateOf(passage: StudyPassage, text: StudyText | undefined): TextState {
  if (!text) return "missing";
  return text.sourceSha256 === passage.sourceSha256 ? "current" : "registry_changed";
}

function wordingFor(
  passage: StudyPassage,
  texts: ReadonlyMap<StudyTextField, StudyText>,
): string | undefined {
  const text = texts.get(passage.field);
  return text && stateOf(passage, text) === "current" ? text.text : undefined;
}

function conditionsOf(study: StudyToWord, text: StudyText | undefined): string[] {
  const worded = text?.text.split("\n").flatMap((line) => line.trim() || []) ?? [];
  return study.conditions.length > 0 && worded.length > 0 ? worded : study.conditions;
}

function shownCriteria(
  { criteria, notes, ...rest }: ParsedCriteria,
  language: PublicLanguage,
  texts: ReadonlyMap<StudyTextField, StudyText>,
  sha256: Sha256,
): { shown: ShownCriteria; hasWording: boolean } {
  let hasWording = false;
  const find = (passage: StudyPassage) => {
    const wording = wordingFor(passage, texts);
    hasWording ||= wording !== undefined;
    return wording;
  };
  const fallback = language === "en" ? {} : ({ lang: "en" } as const);
  const shown = criteria.map((criterion): ShownCriterion => {
    const own = find(criterionPassage(criterion, sha256));
    const heading = criterion.heading
      ? find(headingPassage(criterion.heading, criterion.label, sha256))
      : undefined;
    return {
      ...criterion,
      ...(own === undefined ? fallback : readCriterion(own)),
      ...(heading === undefined ? {} : { heading }),
      ...(criterion.heading && heading === undefined && language !== "en"
        ? { headingLang: "en" }
        : {}),
    };
  });
  return {
    shown: {
      ...rest,
      criteria: shown,
      notes: notes.map((note): ShownNote => {
        const own = isShownNote(note) ? find(notePassage(note, sha256)) : undefined;
        return { ...note, ...(own === undefined ? fallback : { text: own }) };
      }),
    },
    hasWording,
  };
}
