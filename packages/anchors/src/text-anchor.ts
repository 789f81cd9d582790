// What ties a note to a piece of text, so that it finds the piece again after the text was edited. An
// anchor hangs on one field of a source, never on a page: pages are laid out anew, fields stay.

/** The field that the text stands in. */
export interface AnchorPlace {
  /** Such as "study". */
  sourceType: string;
  sourceId: string;
  /** Such as "criteria.I3". */
  fieldPath: string;
  /** Which state of the source was read: whatever its owner counts or dates revisions by. */
  revision: string;
}

/** A range of a string, in UTF-16 code units: `end` is the first one after it. */
export interface TextRange {
  start: number;
  end: number;
}

export interface TextAnchor extends AnchorPlace, TextRange {
  /** Of the whole field's text, in hex: the same digest means the same place. */
  textSha256: string;
  /** The quote. */
  exact: string;
  /** What stood right before it, and right after. */
  prefix: string;
  suffix: string;
}

/** A longer quote is no remark on a passage but a copy of the page. */
export const maxExactLength = 1000;
export const contextLength = 32;
