// What stands around the explained words.
import type { GlossaryTexts } from "../en/glossary";
import { medicalTerms } from "./medical-terms";
import { studyTerms } from "./study-terms";

export const glossary: GlossaryTexts = {
  open: (term: string) => `ما معنى «${term}»؟`,
  close: "إغلاق",
  title: "شرح المصطلحات",
  terms: { ...studyTerms, ...medicalTerms },
};
