// Reads the eligibility text of a registry record into numbered criteria. It never throws, takes time
// in proportion to the text, and loses no word: what is no criterion becomes a heading or a note.
import type { ParsedCriteria } from "./criteria";
import { createCriteriaBuilder } from "./criteria-builder";
import { leadInSection } from "./criteria-headings";
import { type CriteriaLine, readCriteriaLines, type TextLine } from "./criteria-lines";
import {
  endsSentence,
  endsWithColon,
  isConnective,
  isWrapped,
  looksLikeTitle,
} from "./criteria-text";

const isPlain = (line: CriteriaLine | undefined): line is TextLine =>
  line?.kind === "text" && !line.marker;

export function parseCriteria(text: string): ParsedCriteria {
  const lines = readCriteriaLines(text);
  const builder = createCriteriaBuilder();
  const nextWritten = findNextWritten(lines);
  const preambleEnd = findPreambleEnd(lines);
  const hasRepeatedInclusion = lines.filter(isInclusionHeading).length > 1;
  /** Whether a blank line, a heading or the start of the text precedes. */
  let isAfterGap = true;
  let isAfterFooter = false;

  function startsList(line: CriteriaLine | undefined): boolean {
    return line?.kind === "text" && line.marker !== undefined && (line.marker.ordinal ?? 1) === 1;
  }

  /** A heading squeezed between two items, without the blank line that usually shows it. */
  function interruptsList(line: TextLine, next: CriteriaLine | undefined): boolean {
    const item = builder.openItem();
    if (!item || line.indent >= item.indent + 2 || !/^[\p{Lu}\p{Lo}\d]/u.test(line.text))
      return false;
    if (endsWithColon(line.text)) {
      return line.text.length <= 80 && (item.lastLine.length < 60 || endsSentence(item.lastLine));
    }
    const restarts =
      next?.kind === "text" && next.marker?.ordinal === 1 && next.marker.style === item.style;
    return (
      restarts && line.text.length <= 60 && looksLikeTitle(line.text) && item.lastLine.length < 60
    );
  }

  function isPartOfItem(line: TextLine, next: CriteriaLine | undefined): boolean {
    const item = builder.openItem();
    if (!item) return false;
    if (!isAfterGap) return !interruptsList(line, next);
    return isAfterFooter && /^\p{Ll}/u.test(line.text) && !endsSentence(item.lastLine);
  }

  /** Whether a paragraph is the heading over the participants whose sections follow. */
  function namesGroup(paragraph: string, at: number, next: CriteriaLine | undefined): boolean {
    if (next?.kind !== "heading" || paragraph.length > 200) return false;
    if (endsWithColon(paragraph)) return true;
    if (
      next.heading.section === "exclusion" ||
      !looksLikeTitle(paragraph) ||
      builder.isBlockLoose()
    )
      return false;
    return hasRepeatedInclusion && (at < preambleEnd || !builder.isEmpty());
  }

  /** Takes the paragraph that starts here, to whichever place it belongs; returns where it ends. */
  function takeParagraph(start: number, first: TextLine): number {
    const isApart = isAfterGap || builder.openItem() !== undefined;
    const parts = [first.text];
    let end = start + 1;
    for (let line = lines[end]; isPlain(line) && !line.isInline; line = lines[end]) {
      if (!isWrapped(parts.at(-1) ?? "", line.text, first.text)) break;
      parts.push(line.text);
      end += 1;
    }
    const paragraph = parts.join(" ");
    const next = lines[nextWritten[end - 1] ?? lines.length];
    const isTitle = startsList(next) && looksLikeTitle(paragraph);
    if (namesGroup(paragraph, start, next)) builder.openGroup(paragraph, first.line);
    else if (start < preambleEnd) builder.note("outside_lists", paragraph, first.line);
    else if (endsWithColon(paragraph) || (isTitle && isApart && !first.isInline)) {
      turnByLeadIn(paragraph);
      builder.openHeading(paragraph, first.line);
    } else if (first.isInline) builder.addStatement(parts, first.line);
    else builder.addParagraph(parts, first.line);
    return end;
  }

  function turnByLeadIn(paragraph: string): void {
    const named = endsWithColon(paragraph) ? leadInSection(paragraph) : undefined;
    const current = builder.section();
    const isAllowed = current !== "exclusion" || /\binclusion criteria\b/i.test(paragraph);
    if (named && named !== current && isAllowed) builder.turnTo(named);
  }

  function takeText(at: number, line: TextLine): number {
    const next = lines[nextWritten[at] ?? lines.length];
    const follower = lines[at + 1];
    if (line.marker && line.text === "") {
      if (isPlain(follower) && !follower.isInline) {
        builder.addItem(line.marker, line.indent, follower.text, line.line);
        return at + 2;
      }
      if (!isAfterGap && builder.openItem()) builder.continueItem(line.whole);
      else builder.note("stray_mark", line.whole, line.line);
      return at + 1;
    }
    if (line.marker) {
      const isGroup = next?.kind === "heading" && next.isMarked && next.indent >= line.indent + 2;
      if (isGroup) builder.openGroup(line.text, line.line);
      else if (at < preambleEnd) builder.note("outside_lists", line.text, line.line);
      else builder.addItem(line.marker, line.indent, line.text, line.line);
      return at + 1;
    }
    if (isConnective(line.text) && builder.connect(line.text)) return at + 1;
    if (!line.isInline && isPartOfItem(line, next)) {
      builder.continueItem(line.text);
      return at + 1;
    }
    if (isAfterGap && !line.isInline && builder.addToItem(line.text, line.indent)) return at + 1;
    return takeParagraph(at, line);
  }

  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (!line) break;
    if (line.kind === "text") {
      at = takeText(at, line);
      isAfterGap = false;
      isAfterFooter = false;
      continue;
    }
    if (line.kind === "footer") builder.note("page_footer", line.text, line.line);
    else if (line.kind === "stray") builder.note("stray_mark", line.text, line.line);
    else if (line.kind === "heading")
      builder.openSection(line.heading.section, line.heading.kept, line.line);
    isAfterFooter ||= line.kind === "footer";
    isAfterGap ||= line.kind !== "footer";
    at += 1;
  }
  return builder.finish();
}

function isInclusionHeading(line: CriteriaLine): boolean {
  return line.kind === "heading" && line.heading.section === "inclusion";
}

/** For each line, where the next one stands that says something: text or a main heading. */
function findNextWritten(lines: CriteriaLine[]): number[] {
  const next = new Array<number>(lines.length);
  let found = lines.length;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    next[at] = found;
    const kind = lines[at]?.kind;
    if (kind === "text" || kind === "heading") found = at;
  }
  return next;
}

/** Where the introduction ends, which holds no criteria; 0 when the text starts with them. */
function findPreambleEnd(lines: CriteriaLine[]): number {
  const first = lines.findIndex((line) => line.kind === "heading");
  const opening = lines[first];
  if (opening?.kind !== "heading" || opening.heading.section === "exclusion") return 0;
  const hasList = lines.slice(0, first).some((line) => line.kind === "text" && line.marker);
  const isPlainInclusion =
    opening.heading.section === "inclusion" && opening.heading.kept === undefined;
  return isPlainInclusion || !hasList ? first : 0;
}
