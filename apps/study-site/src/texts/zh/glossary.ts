// What stands around the explained words.
import type { GlossaryTexts } from "../en/glossary";
import { medicalTerms } from "./medical-terms";
import { studyTerms } from "./study-terms";

export const glossary: GlossaryTexts = {
  open: (term: string) => `“${term}”是什么意思？`,
  close: "关闭",
  title: "术语解释",
  terms: { ...studyTerms, ...medicalTerms },
};
