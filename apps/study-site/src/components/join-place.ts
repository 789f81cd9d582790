// A place from its parts, the nearest first: each keeps its own letters' order, and the whole is read in the
// direction of the page ("Valencia" before "Spain" in Arabic, too).
import { isolate } from "@studydesk/domain/isolate";
import type { Texts } from "../texts/texts";

export function joinPlace(t: Texts, parts: readonly (string | undefined)[]): string {
  return parts.flatMap((part) => (part ? [isolate(t.lang, part)] : [])).join(t.frame.comma);
}
