// The words about how studies are done that a study's text uses, explained.
import type { Explanation, StudyTermId } from "../../glossary/explanation";

export const studyTerms: Record<StudyTermId, Explanation> = {
  randomised: {
    name: "Randomised",
    text: "Chance decides which of the study's groups you are in, as if a coin were tossed. Neither you nor the doctor chooses.",
  },
  placebo: {
    name: "Placebo",
    text: "Something that looks like the treatment but has no active ingredient. It shows what the treatment itself does.",
  },
  blinded: {
    name: "Blinded",
    text: "Who gets which treatment is kept secret, from you, from the team or from both, so that hopes do not colour the results. In an emergency it can be looked up.",
  },
  openLabel: { name: "Open-label", text: "Everybody knows which treatment you get." },
  controlGroup: {
    name: "Control group",
    text: "The people with whom the others are compared. They often get today's usual treatment.",
  },
  cohort: {
    name: "Cohort",
    text: "A group of people who are followed over time, often for years, to see what happens to their health.",
  },
  prospective: {
    name: "Prospective",
    text: "Looks forward: people are asked first, and what happens to them is recorded from then on.",
  },
  baseline: {
    name: "Baseline",
    text: "How things stand at the very start, before anything is done. Later results are compared with it.",
  },
  screening: {
    name: "Screening",
    text: "The questions and tests that show whether the study suits you, after you have agreed to them.",
  },
  protocol: {
    name: "Protocol",
    text: "The written plan of the study: who may take part, what is done, when, and how people are protected.",
  },
  investigational: {
    name: "Investigational",
    text: "Still being studied, and not yet approved for this use.",
  },
  informedConsent: {
    name: "Informed consent",
    text: "You are told what the study involves, good and bad, can ask anything, and then decide freely. You may change your mind at any time.",
  },
  hipaa: {
    name: "HIPAA",
    text: "A law of the United States that protects health records. The authorization lets the study use yours.",
  },
  washout: {
    name: "Washout",
    text: "A break without a certain medicine, until none of it is left in the body. Never stop a medicine by yourself for it.",
  },
  adverseEvent: {
    name: "Adverse event",
    text: "Anything unwelcome that happens to a person's health during a study, whether or not the treatment caused it.",
  },
  standardOfCare: {
    name: "Standard of care",
    text: "The treatment that doctors would usually give today.",
  },
  contraindication: {
    name: "Contraindication",
    text: "A reason why a treatment would not be safe for somebody.",
  },
  comorbidity: { name: "Comorbidity", text: "Another illness that somebody has at the same time." },
  asymptomatic: {
    name: "Asymptomatic",
    text: "Without any complaints that the person would notice.",
  },
  prognosis: { name: "Prognosis", text: "How an illness is expected to go on." },
  ecog: {
    name: "ECOG score",
    text: "How well somebody manages daily life, from 0 (as before the illness) to 4 (always in bed); 5 stands for death.",
  },
  kps: {
    name: "KPS (Karnofsky score)",
    text: "How well somebody manages daily life, from 100 (no complaints) down to 0. With 80, normal activity takes some effort.",
  },
  asaClass: {
    name: "ASA class",
    text: "How healthy somebody is before an operation, as anaesthetists judge it. ASA I means healthy.",
  },
};
