// What publishing a version means for a lead that was asked by the one before.

export const amendmentEffects = ["keeps", "ask_again", "may_fit"] as const;
export type AmendmentEffect = (typeof amendmentEffects)[number];

export const amendmentEffectLabels: Readonly<Record<AmendmentEffect, string>> = {
  keeps: "Keeps every answer",
  ask_again: "Ask again",
  may_fit: "May fit now",
};
