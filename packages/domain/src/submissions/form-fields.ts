// The contact form's fields that are none of the person's: they carry what the page or its script knows.

/** A field that people never see; whoever fills it in is a program. */
export const honeypotField = "topic";
/** Carries the id of the consent text that was on the page. */
export const consentTextField = "consent_text";
/** Which press of the button this is, given by the page's script: sent twice, it counts once. */
export const requestKeyField = "request_key";
/** What the page's script has worked out, so that a program in a hurry stands out. */
export const proofField = "proof";
/** Said by somebody outside the study's ages who would like to write nevertheless. */
export const allTheSameField = "all_the_same";
