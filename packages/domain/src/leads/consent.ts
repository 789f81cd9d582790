// Consent to contact: the words that a study starts with, in each public language. What a visitor sees is
// always a row of consentTexts (one of these unless a study has its own), and the consent keeps its id.
import type { PublicLanguage } from "../public-language";

export interface ConsentText {
  readonly id: number;
  /** BCP 47. */
  readonly language: string;
  /** Counts the wordings of one study in one language. */
  readonly number: number;
  readonly text: string;
}

/** The wording for every study that has none of its own in that language: number 1. */
export const firstConsentTexts: Readonly<Record<PublicLanguage, string>> = {
  en: "The study centre I am writing to may contact me about this study by phone, e-mail or text message. This is not an agreement to take part, and I can change my mind at any time by telling the study team.",
  es: "El centro del estudio al que escribo puede ponerse en contacto conmigo sobre este estudio por teléfono, correo electrónico o mensaje de texto. Esto no es un acuerdo para participar, y puedo cambiar de opinión en cualquier momento diciéndoselo al equipo del estudio.",
  zh: "我所联系的研究中心可以就这项研究，通过电话、电子邮件或短信与我联系。这不表示我同意参加研究。我可以随时改变主意，告诉研究团队即可。",
  ar: "يجوز لمركز الدراسة الذي أراسله أن يتواصل معي بشأن هذه الدراسة عبر الهاتف أو البريد الإلكتروني أو الرسائل النصية. هذه ليست موافقة على المشاركة في الدراسة، ويمكنني أن أغيّر رأيي في أي وقت بإبلاغ فريق الدراسة.",
};

/** Of a text that is a declaration of the team's, not words that anybody read on a form: no form shows it. */
export const declaredConsentLanguage = "und";
