// Measures and scales that criteria name again and again: how each is written, asked and found out.
import type { AskCost } from "./answer-rule";

export interface Measure {
  /** At the beginning of what is measured; everything else of the text has to be a bound and its unit. */
  pattern: RegExp;
  question: string;
  /** Taken where the text names none; null: a bare number says nothing, so a person has to look. */
  usualUnit: string | null;
  unit: RegExp;
  cost: AskCost;
}

const points = /^(?:points?|%)?$/i;
const cells =
  /^(?:[x×*]\s*)?(?:10\s*\^?\s*[⁹9]|10\^\{?9\}?|10e9)?\s*\/\s*(?:l|μl|µl|ul|mm\^?[³3]?)$/i;

export const measures: readonly Measure[] = [
  {
    pattern: /\b(?:karnofsky|kps)\b/i,
    question: "Has anybody told you your Karnofsky score, and what was it?",
    ...{ usualUnit: "points", unit: points, cost: "record" },
  },
  {
    pattern: /\becog\b/i,
    question: "Has anybody told you your ECOG performance status, and what was it?",
    ...{ usualUnit: "points", unit: points, cost: "record" },
  },
  {
    pattern: /\b(?:bmi|body mass index)\b/i,
    question: "What is your body mass index (BMI)?",
    ...{ usualUnit: "kg/m²", unit: /^kg\s*\/\s*m(?:\^?2|²)?$/i, cost: "phone" },
  },
  {
    pattern: /\b(?:body )?weight\b/i,
    question: "How much do you weigh?",
    ...{ usualUnit: null, unit: /^(?:kg|kilograms?|lbs?|pounds?)$/i, cost: "phone" },
  },
  {
    pattern: /\bplatelets?(?: counts?)?\b/i,
    question: "What was your last platelet count?",
    ...{ usualUnit: null, unit: cells, cost: "test" },
  },
  {
    pattern: /\b(?:absolute neutrophil counts?|anc|neutrophils?(?: counts?)?)\b/i,
    question: "What was your last neutrophil count?",
    ...{ usualUnit: null, unit: cells, cost: "test" },
  },
  {
    pattern: /\bha?emoglobin\b/i,
    question: "What was your last hemoglobin value?",
    ...{ usualUnit: null, unit: /^(?:g|mmol)\s*\/\s*(?:dl|l)$/i, cost: "test" },
  },
  {
    pattern: /\b(?:creatinine clearance|egfr|gfr|glomerular filtration rate)\b/i,
    question: "What was your last kidney value (eGFR or creatinine clearance)?",
    ...{ usualUnit: null, unit: /^ml\s*\/\s*min(?:\s*\/\s*1\.73\s*m(?:\^?2|²))?$/i, cost: "test" },
  },
  {
    pattern: /\b(?:serum )?(?:creatinine|bilirubin)\b/i,
    question: "What was your last value of this blood test?",
    ...{ usualUnit: null, unit: /^(?:mg\s*\/\s*dl|[uμµ]mol\s*\/\s*l)$/i, cost: "test" },
  },
  {
    pattern: /\bhba1c\b/i,
    question: "What was your last HbA1c value?",
    ...{ usualUnit: "%", unit: /^(?:%|mmol\s*\/\s*mol)$/i, cost: "test" },
  },
  {
    pattern: /\b(?:lvef|left ventricular ejection fraction)\b/i,
    question: "Has anybody told you your heart's ejection fraction (LVEF), and what was it?",
    ...{ usualUnit: "%", unit: /^%$/, cost: "test" },
  },
  {
    pattern: /\b(?:mmse|mini[- ]mental state examination)\b/i,
    question: "Has anybody told you your MMSE score, and what was it?",
    ...{ usualUnit: "points", unit: points, cost: "test" },
  },
];

export interface Scale {
  pattern: RegExp;
  /** Every class that there is, in order. */
  classes: readonly string[];
  question: string;
  cost: AskCost;
}

export const scales: readonly Scale[] = [
  {
    pattern: /\b(?:nyha|new york heart association)\b/i,
    classes: ["I", "II", "III", "IV"],
    question: "Has a doctor told you your heart failure class (NYHA), and which one is it?",
    cost: "record",
  },
  {
    pattern: /\bfitzpatrick\b/i,
    classes: ["I", "II", "III", "IV", "V", "VI"],
    question: "Which Fitzpatrick skin type do you have?",
    cost: "phone",
  },
  {
    pattern: /\basa\b/i,
    classes: ["I", "II", "III", "IV", "V", "VI"],
    question: "Has a doctor told you your ASA class, and which one is it?",
    cost: "record",
  },
  {
    pattern: /\bchild[- ]pugh\b/i,
    classes: ["A", "B", "C"],
    question: "Has a doctor told you your Child-Pugh class, and which one is it?",
    cost: "record",
  },
];
