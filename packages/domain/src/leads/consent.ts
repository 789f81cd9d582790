// Consent to contact: the words that a study starts with. What a visitor sees is always a row of
// consentTexts (this one unless a study has its own), and the consent keeps that row's id.

export interface ConsentText {
  readonly id: number;
  /** BCP 47. */
  readonly language: string;
  /** Counts the wordings of one study in one language. */
  readonly number: number;
  readonly text: string;
}

export const firstConsentText = {
  language: "en",
  text: "The study centre I am writing to may contact me about this study by phone, e-mail or text message. This is not an agreement to take part, and I can change my mind at any time by telling the study team.",
} as const;
