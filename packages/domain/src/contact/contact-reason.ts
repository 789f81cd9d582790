// Why somebody contacted a person although the desk advised against it (at night, too often, another
// way than they wished): a closed list, kept with the attempt, so that it can be counted and says nothing
// about the person.
export const contactReasons = [
  "they_asked",
  "they_got_in_touch",
  "logged_later",
  "clock_is_wrong",
  "other_way_failed",
  "another",
] as const;
export type ContactReason = (typeof contactReasons)[number];

export const contactReasonLabels: Readonly<Record<ContactReason, string>> = {
  they_asked: "They asked for it",
  they_got_in_touch: "They got in touch themselves",
  logged_later: "It was earlier, and is only logged now",
  clock_is_wrong: "They live in another time zone",
  other_way_failed: "Every other way failed",
  another: "Another reason, said in the note",
};

/** For what is about to be done, not for what was. */
export const reasonsToGoOn = contactReasons.filter((reason) => reason !== "logged_later");
