// Whether a visitor's browser did the small sum that a program in a hurry would not do. Who did not, for
// want of a script or by a fault, is never refused: the team sees it and looks twice.

/** `none`: nothing was sent along. `bad`: what was sent is wrong, too old, or was used before. */
export const proofs = ["solved", "none", "bad"] as const;
export type Proof = (typeof proofs)[number];
