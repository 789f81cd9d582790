// First step of the criteria parser: each line of the text by itself, with its indentation, list
// marker, escapes resolved, main headings and page footers recognised.
import { type MainHeading, readMainHeading } from "./criteria-headings";
import { cleanText, endsSentence, hasWords } from "./criteria-text";
import { createMarkerReader, type ListMarker } from "./list-markers";
import { isPageFooter, splitInlineFooters } from "./page-footers";

type Position = {
  /** Counted from 1. */
  line: number;
  /** Columns before the first sign. */
  indent: number;
};

export type TextLine = Position & {
  kind: "text";
  /** Empty when a number stands alone. */
  text: string;
  marker?: ListMarker;
  /** The line as written, marker included. */
  whole: string;
  /** It followed a main heading on the same line. */
  isInline: boolean;
};

export type CriteriaLine =
  | TextLine
  | (Position & { kind: "heading"; heading: MainHeading; isMarked: boolean })
  | (Position & { kind: "footer" | "stray"; text: string })
  | (Position & { kind: "blank" });

function indentOf(raw: string): number {
  let columns = 0;
  for (const sign of raw) {
    if (sign === "\t") columns += 4 - (columns % 4);
    else if (/\s/.test(sign)) columns += 1;
    else break;
  }
  return columns;
}

function restAsWritten(content: string): string {
  return content
    .slice(content.search(/[:：]/) + 1)
    .replace(/^\s*(?:\*\*|__)/, "")
    .trim();
}

/** A line that says "inclusion criteria" only because the sentence before it was wrapped there. */
function endsSentenceLater(previous: string, content: string): boolean {
  return previous.length >= 40 && !endsSentence(previous) && /^\p{Ll}[^:：]*$/u.test(content);
}

export function readCriteriaLines(text: string): CriteriaLine[] {
  const rawLines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
  const readMarker = createMarkerReader(rawLines);

  /** Reads one line; what follows a heading on it is read as a line again, at most twice. */
  function readText(content: string, position: Position, headingsBefore: number): CriteriaLine[] {
    const isRestOfSentence = endsSentenceLater(rawLines[position.line - 2]?.trim() ?? "", content);
    const whole = cleanText(content);
    if (isPageFooter(whole)) return [{ ...position, kind: "footer", text: whole }];
    const marker = readMarker(content);
    if (!hasWords(whole)) return [{ ...position, kind: "stray", text: whole }];
    const { text: rest, footers } = splitInlineFooters(
      cleanText(content.slice(marker?.length ?? 0)),
    );
    const footerLines = footers.map((footer) => ({
      ...position,
      kind: "footer" as const,
      text: footer,
    }));
    if (isPageFooter(rest)) return [{ ...position, kind: "footer", text: rest }, ...footerLines];
    const heading =
      isRestOfSentence || headingsBefore > 1
        ? undefined
        : readMainHeading(rest, marker !== undefined);
    if (heading) {
      const opened = {
        ...position,
        kind: "heading" as const,
        heading,
        isMarked: marker !== undefined,
      };
      if (heading.rest === "") return [opened, ...footerLines];
      // Read on from the line as written: its escapes are still to be told from list markers.
      const written = footers.length > 0 ? heading.rest : restAsWritten(content);
      const following = readText(written, position, headingsBefore + 1);
      return [opened, ...following, ...footerLines];
    }
    if (rest === "" && footers.length > 0) return footerLines;
    return [
      {
        ...position,
        kind: "text",
        text: rest,
        ...(marker && { marker }),
        whole,
        isInline: headingsBefore > 0,
      },
      ...footerLines,
    ];
  }

  return rawLines.flatMap((raw, index): CriteriaLine[] => {
    const content = raw.trim();
    const position = { line: index + 1, indent: indentOf(raw) };
    return content === "" ? [{ ...position, kind: "blank" }] : readText(content, position, 0);
  });
}
