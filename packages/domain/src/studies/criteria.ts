// What the eligibility text of a registry record becomes: numbered criteria, and notes that keep
// whatever was not a criterion. Rule guarded by the parser: no word of the text vanishes between the two.

export const criterionKinds = ["inclusion", "exclusion"] as const;
export type CriterionKind = (typeof criterionKinds)[number];

/** A point listed under a criterion, itself possibly with points under it. */
export type CriterionChild = { text: string; children: CriterionChild[] };

export type Criterion = {
  kind: CriterionKind;
  /** "I1", "I2"… and "E1", "E2"…, counted through the whole text, whatever the text's own numbers. */
  label: string;
  /** The sub-heading or the group of participants it stands under, with its own punctuation. */
  heading?: string;
  text: string;
  children: CriterionChild[];
};

export type CriteriaNoteKind =
  | "outside_lists"
  | "heading_without_items"
  | "page_footer"
  | "stray_mark";

/** Text that is no criterion, and where it stood. */
export type CriteriaNote = {
  kind: CriteriaNoteKind;
  text: string;
  /** The line of the registry's text, counted from 1. */
  line: number;
  /** Absent when it stood before any inclusion or exclusion heading. */
  section?: CriterionKind;
  /** The label of the criterion that it followed or stood in, such as "E19". */
  after?: string;
};

export type ParsedCriteria = {
  criteria: Criterion[];
  notes: CriteriaNote[];
  /** Sentences for the person who checks the import: what the parser had to guess. */
  doubts: string[];
};
