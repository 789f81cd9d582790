// Reads the little markdown that a note may hold: **bold**, lists with "- ", and bare web addresses. The text
// itself is kept as typed; nothing but an http(s) address ever becomes a link.

/** A run of text of one look. */
export interface NoteSpan {
  text: string;
  isBold: boolean;
  /** To open in a new tab, without opener or referrer. */
  href: string | null;
}

/** Lines of a paragraph stand below each other, as they were typed. */
export type NoteBlock =
  | { kind: "paragraph"; lines: NoteSpan[][] }
  | { kind: "list"; items: NoteSpan[][] };

const item = /^ {0,3}- +(.*)$/;
// Invisible characters end an address: they could show another one than is opened.
const address = /https?:\/\/[^\s\p{C}<>"“”]+/giu;
// No look-behind, which the phones of some years ago cannot read.
const bold = /\*\*(?=[^\s*])(.*?\S)\*\*/g;

export function readNoteText(text: string): NoteBlock[] {
  const blocks: NoteBlock[] = [];
  let open: NoteBlock | undefined;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === "") {
      open = undefined;
      continue;
    }
    const listed = item.exec(line)?.[1];
    const kind = listed === undefined ? "paragraph" : "list";
    if (open?.kind !== kind) {
      open = kind === "list" ? { kind, items: [] } : { kind, lines: [] };
      blocks.push(open);
    }
    const spans = readLine(listed ?? line);
    if (open.kind === "list") open.items.push(spans);
    else open.lines.push(spans);
  }
  return blocks;
}

function readLine(line: string): NoteSpan[] {
  return between(line, bold).flatMap(({ text, match }) =>
    match ? withLinks(match[1] ?? "", true) : withLinks(text, false),
  );
}

function withLinks(line: string, isBold: boolean): NoteSpan[] {
  return between(line, address).flatMap(({ text, match }) => {
    if (!match) return [{ text, isBold, href: null }];
    const shown = withoutEnd(text);
    const rest = text.slice(shown.length);
    const spans = [{ text: shown, isBold, href: safeAddress(shown) }];
    return rest === "" ? spans : [...spans, { text: rest, isBold, href: null }];
  });
}

interface Part {
  text: string;
  /** Undefined: what stands between two. */
  match?: RegExpMatchArray;
}

function between(line: string, pattern: RegExp): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of line.matchAll(pattern)) {
    if (match.index > from) parts.push({ text: line.slice(from, match.index) });
    parts.push({ text: match[0], match });
    from = match.index + match[0].length;
  }
  if (from < line.length) parts.push({ text: line.slice(from) });
  return parts;
}

/** What ends a sentence is not part of the address, nor a bracket that was opened before it. */
function withoutEnd(typed: string): string {
  // Counted once: an address of nothing but brackets must not hold up whoever opens a note of somebody else.
  let unopened = typed.split(")").length - typed.split("(").length;
  let end = typed.length;
  for (; end > 0; end -= 1) {
    const last = typed.charAt(end - 1);
    if (last === ")" && unopened > 0) unopened -= 1;
    else if (!/[.,;:!?'’*\]}…。，！？、]/.test(last)) break;
  }
  return typed.slice(0, end);
}

/** Null: no address, or one with a name before an @, which could pretend to lead elsewhere. */
function safeAddress(shown: string): string | null {
  const url = parseAddress(shown);
  if (!url) return null;
  const { protocol, username, password, href } = url;
  const isWeb = protocol === "https:" || protocol === "http:";
  return isWeb && username === "" && password === "" ? href : null;
}

/** `URL.canParse` is younger than many a phone. */
function parseAddress(shown: string): URL | undefined {
  try {
    return new URL(shown);
  } catch {
    return undefined;
  }
}
