// What stands around the explained words.
import type { GlossaryTexts } from "../en/glossary";
import { medicalTerms } from "./medical-terms";
import { studyTerms } from "./study-terms";

export const glossary: GlossaryTexts = {
  open: (term: string) => `¿Qué significa «${term}»?`,
  close: "Cerrar",
  title: "Términos explicados",
  terms: { ...studyTerms, ...medicalTerms },
};
