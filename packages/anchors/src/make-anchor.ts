// Ties a selection of a field's text to the text: the quote, what stands around it, and where it is.
import {
  type AnchorPlace,
  contextLength,
  maxExactLength,
  type TextAnchor,
  type TextRange,
} from "./text-anchor";
import { textDigest } from "./text-digest";

/**
 * White space at the ends of the selection does not count, and a character that it cuts is taken whole.
 * Throws a RangeError for a selection of nothing, or of more than `maxExactLength`.
 */
export async function makeAnchor(
  fieldText: string,
  selection: TextRange,
  place: AnchorPlace,
): Promise<TextAnchor> {
  const range = tidyRange(fieldText, selection);
  if (!range) throw new RangeError("Nothing is selected");
  const { start, end } = range;
  if (end - start > maxExactLength) throw new RangeError("More is selected than a note may quote");
  const { sourceType, sourceId, fieldPath, revision } = place;
  return {
    sourceType,
    sourceId,
    fieldPath,
    revision,
    textSha256: await textDigest(fieldText),
    exact: fieldText.slice(start, end),
    prefix: fieldText.slice(wholeFrom(fieldText, start - contextLength, "after"), start),
    suffix: fieldText.slice(end, wholeFrom(fieldText, end + contextLength, "before")),
    start,
    end,
  };
}

/** The selection that `makeAnchor` would take; undefined when nothing but white space is in it. */
export function tidyRange(text: string, { start, end }: TextRange): TextRange | undefined {
  const from = Math.max(0, Math.min(start, text.length));
  const to = Math.max(from, Math.min(end, text.length));
  const selected = text.slice(from, to);
  const core = selected.trim();
  if (core === "") return undefined;
  const coreStart = from + selected.indexOf(core);
  return {
    start: wholeFrom(text, coreStart, "before"),
    end: wholeFrom(text, coreStart + core.length, "after"),
  };
}

const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** `index`, moved to the nearest border between characters as people see them. */
function wholeFrom(text: string, index: number, toward: "before" | "after"): number {
  if (index <= 0 || index >= text.length) return Math.max(0, Math.min(index, text.length));
  const found = characters.segment(text).containing(index);
  if (!found || found.index === index) return index;
  return toward === "before" ? found.index : found.index + found.segment.length;
}
