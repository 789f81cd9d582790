// As much as the author is told about where a note was opened: a kind of device, no more.
import type { ShareDevice } from "@studydesk/domain/shares/open-share-answer";

/** `shortSide`: of the screen, in CSS pixels. */
export function deviceKind(hasFinePointer: boolean, shortSide: number): ShareDevice {
  if (hasFinePointer) return "computer";
  return shortSide < 600 ? "phone" : "tablet";
}
