// An anchor under the names of the W3C Web Annotation model, for files that leave Studydesk.
import type { TextAnchor } from "./text-anchor";

export interface AnnotationTarget {
  source: string;
  selector: [
    { type: "TextQuoteSelector"; exact: string; prefix: string; suffix: string },
    { type: "TextPositionSelector"; start: number; end: number },
  ];
}

/** `source`: the address of the field's text. */
export function annotationTarget(anchor: TextAnchor, source: string): AnnotationTarget {
  const { exact, prefix, suffix, start, end } = anchor;
  return {
    source,
    selector: [
      { type: "TextQuoteSelector", exact, prefix, suffix },
      { type: "TextPositionSelector", start, end },
    ],
  };
}
