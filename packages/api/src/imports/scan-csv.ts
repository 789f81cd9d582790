// Cuts the text of a table into rows and cells, whatever is wrong with it. One rule above all: every line
// of the file is in exactly one row. A quotation mark that is never closed must not swallow what follows:
// a row that grows past its limits is given up after its first line, and reading goes on with the next.

export interface CsvRow {
  /** Of the file, from 1, where the row begins; and how many lines it takes. */
  line: number;
  lines: number;
  /** Of a faulty row: the beginning of its first line, as one cell. */
  cells: string[];
  fault: "quote_not_closed" | "row_too_large" | null;
}

export interface CsvScanner {
  /** The next piece of text, of any length; gives the rows that ended in it. */
  push(text: string): CsvRow[];
  /** No more text comes. */
  end(): CsvRow[];
}

export interface ScanLimits {
  mostCharacters: number;
  mostLines: number;
  /** Characters that may be read in vain after quotation marks; then none reaches past its line. */
  mostInVain: number;
}

const usualLimits: ScanLimits = {
  mostCharacters: 1_000_000,
  mostLines: 200,
  mostInVain: 50_000_000,
};
const shownOfFaulty = 2_000;

type Attempt = { next: number; lines: number; cells: string[] } | "more" | "failed";

export function createCsvScanner(delimiter: string, limits = usualLimits): CsvScanner {
  const { mostCharacters } = limits;
  let { mostLines } = limits;
  let text = "";
  let line = 1;
  let inVain = 0;
  /** Amid a line that was given up: the rest of it belongs to no other row. */
  let isSkipping = false;

  function scan(isEnd: boolean): CsvRow[] {
    const rows: CsvRow[] = [];
    const find = createFinder(text);
    let start = 0;
    while (start < text.length) {
      if (isSkipping) {
        const end = lineEnd(text, find, start, isEnd);
        if (end === undefined) {
          // A line break may stand half in this piece.
          start = text.endsWith("\r") ? text.length - 1 : text.length;
          break;
        }
        isSkipping = false;
        start = end.next;
        line += 1;
        continue;
      }
      const attempt = readRow(start, find, isEnd);
      if (attempt === "more") break;
      if (attempt === "failed") {
        start = giveUp(start, find, rows, isEnd);
        continue;
      }
      const { next, lines, cells } = attempt;
      rows.push({ line, lines, cells, fault: null });
      line += lines;
      start = next;
    }
    text = text.slice(start);
    return rows;
  }

  /** The first line goes; if it is no longer than a row may be, a quotation mark led beyond it. */
  function giveUp(start: number, find: Finder, rows: CsvRow[], isEnd: boolean): number {
    const end = lineEnd(text, find, start, isEnd);
    const shownTo = Math.min(end?.at ?? text.length, start + shownOfFaulty);
    const isTooLarge = end === undefined || end.at - start > mostCharacters;
    const fault = isTooLarge ? "row_too_large" : "quote_not_closed";
    rows.push({ line, lines: 1, cells: [text.slice(start, shownTo)], fault });
    if (end === undefined) {
      isSkipping = true;
      return start;
    }
    line += 1;
    return end.next;
  }

  function readRow(start: number, find: Finder, isEnd: boolean): Attempt {
    const end = lineEnd(text, find, start, isEnd);
    const at = end?.at ?? text.length;
    if (at - start > mostCharacters) return "failed";
    const quote = find('"', start);
    if (quote >= at || quote === -1) {
      if (!end) return "more";
      return { next: end.next, lines: 1, cells: text.slice(start, at).split(delimiter) };
    }
    return readQuoted(start, find, isEnd);
  }

  function readQuoted(start: number, find: Finder, isEnd: boolean): Attempt {
    const cells: string[] = [];
    let lines = 1;
    let i = start;
    for (;;) {
      if (text[i] !== '"') {
        const end = lineEnd(text, find, i, isEnd);
        if ((end?.at ?? text.length) - start > mostCharacters) return "failed";
        if (!end) return "more";
        const cut = text.indexOf(delimiter, i);
        if (cut === -1 || cut >= end.at) {
          cells.push(text.slice(i, end.at));
          return { next: end.next, lines, cells };
        }
        cells.push(text.slice(i, cut));
        i = cut + 1;
        continue;
      }
      const closed = readUntilClosed(start, i + 1, lines, find, isEnd);
      if (typeof closed === "string") return closed;
      cells.push(closed.cell);
      lines = closed.lines;
      i = closed.next;
      if (text[i] === delimiter) {
        i += 1;
        continue;
      }
      const end = lineEnd(text, find, i, isEnd);
      return end ? { next: end.next, lines, cells } : "more";
    }
  }

  /** A quotation mark closes where a cell can end; any other one within is a part of the text. */
  function readUntilClosed(
    start: number,
    from: number,
    linesBefore: number,
    find: Finder,
    isEnd: boolean,
  ): { cell: string; next: number; lines: number } | "more" | "failed" {
    let cell = "";
    let kept = from;
    let i = from;
    let lines = linesBefore;
    for (;;) {
      const quote = find('"', i);
      const reach = quote === -1 ? text.length : quote;
      for (;;) {
        const end = lineEnd(text, find, i, isEnd);
        if (!end || end.at >= reach) break;
        if (end.at - start > mostCharacters) return failed(mostCharacters);
        lines += 1;
        i = end.next;
        if (lines > mostLines) return failed(i - start);
      }
      if (reach - start > mostCharacters) return failed(mostCharacters);
      if (quote === -1) return isEnd ? failed(text.length - start) : "more";
      const after = text[quote + 1];
      if (after === undefined && !isEnd) return "more";
      cell += text.slice(kept, quote);
      if (after === undefined || after === delimiter || after === "\n" || after === "\r") {
        return { cell, next: quote + 1, lines };
      }
      cell += '"';
      kept = after === '"' ? quote + 2 : quote + 1;
      i = kept;
    }
  }

  function failed(characters: number): "failed" {
    inVain += characters;
    // A file full of such marks would be read a hundred times over.
    if (inVain > limits.mostInVain) mostLines = 1;
    return "failed";
  }

  return {
    push(more) {
      text += more;
      return scan(false);
    },
    end: () => scan(true),
  };
}

type Finder = (sign: '"' | "\n" | "\r", from: number) => number;

/** The next place of a sign, remembered: looking for one that is not there reads the text only once. */
function createFinder(text: string): Finder {
  const known = new Map<string, { from: number; found: number }>();
  return (sign, from) => {
    const last = known.get(sign);
    // Reading also goes back: what was found from further on says nothing about what lies before.
    if (last && last.from <= from && (last.found === -1 || from <= last.found)) return last.found;
    const found = text.indexOf(sign, from);
    known.set(sign, { from, found });
    return found;
  };
}

/** Where the line ends, and where the next one begins; undefined: not in this text. */
function lineEnd(
  text: string,
  find: Finder,
  from: number,
  isEnd: boolean,
): { at: number; next: number } | undefined {
  const feed = find("\n", from);
  const back = find("\r", from);
  if (back !== -1 && (feed === -1 || back < feed)) {
    if (back + 1 === text.length && !isEnd) return undefined;
    return { at: back, next: text[back + 1] === "\n" ? back + 2 : back + 1 };
  }
  if (feed !== -1) return { at: feed, next: feed + 1 };
  return isEnd ? { at: text.length, next: text.length } : undefined;
}
