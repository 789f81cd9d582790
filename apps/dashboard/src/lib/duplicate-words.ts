// What speaks for two leads being one person, as one line.
import {
  type DuplicateReason,
  duplicateReasonWords,
} from "@studydesk/domain/duplicates/compare-people";

/** "Same phone number · similar name". */
export function reasonWords(reasons: readonly DuplicateReason[]): string {
  const words = reasons
    .filter((reason) => reason !== "maybe_family")
    .map((reason) => duplicateReasonWords[reason])
    .join(" · ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
