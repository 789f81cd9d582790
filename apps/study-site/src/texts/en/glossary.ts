// What stands around the explained words.
import { medicalTerms } from "./medical-terms";
import { studyTerms } from "./study-terms";

export const glossary = {
  open: (term: string) => `What does “${term}” mean?`,
  close: "Close",
  title: "Words explained",
  terms: { ...studyTerms, ...medicalTerms },
};

export type GlossaryTexts = typeof glossary;
